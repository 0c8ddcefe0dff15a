using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Accreditation.References;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations.Integration;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>
/// What two other authorities said of the bidders of the demo, so that their homes may be new to an authority (fact 23).
/// Each run adds what has become too old to count: the demo never goes stale. The other providers' homes are known to
/// the authority by its placements.
/// </summary>
internal sealed class ReferencesSeeder : ISeeder
{
    private static readonly IReadOnlyList<(string Authority, string Referee, string Email, int DaysAgo)> Referees =
    [
        ("Kingsferry LBC", "Mina Okafor", "mina.okafor@kingsferry.example.org", 62),
        ("Harrowmere LBC", "Aled Prosser", "aled.prosser@harrowmere.example.org", 59),
    ];

    public async Task SeedAsync(SeedContext context, CancellationToken ct)
    {
        foreach (var email in PastYearProviders.Accounts.Values)
        {
            if (await AreEnoughAsync(context, email, ct))
            {
                continue;
            }

            foreach (var (authority, referee, address, daysAgo) in Referees)
            {
                context.Clock.GoTo(context.Clock.Today.AddDays(-daysAgo), 11, 40);
                var token = await AskAsync(context, email, new AskReferenceDto
                {
                    RefereeName = referee,
                    RefereeEmail = address,
                    AuthorityName = authority,
                    Setting = "Spot placements at our shared homes",
                    Claim = "Young people aged 16 to 18, with staff on site day and night.",
                }, ct);
                context.Clock.Later(26 * 60);
                await GiveAsync(context, referee, token, ct);
                context.Clock.GoTo(LondonTime.DateOf(context.Clock.GetUtcNow()), 15, 10);
                await AcceptAsync(context, authority, token, ct);
            }
        }
    }

    private static async Task<bool> AreEnoughAsync(SeedContext context, string email, CancellationToken ct)
    {
        await using var scope = await context.AsAsync(email, ct);
        var provider = scope.ServiceProvider.GetRequiredService<ICurrentUser>().OrganisationId;
        var checks = await scope.ServiceProvider.GetRequiredService<IReferenceIntegrationService>()
            .CheckAsync([provider], PlacementsSeeder.Authority, ct);
        return checks[provider].Enough;
    }

    /// <summary>As the portal asks, but for the e-mail with the link, which nobody would read.</summary>
    /// <returns>The secret of the link.</returns>
    private static async Task<string> AskAsync(
        SeedContext context, string email, AskReferenceDto input, CancellationToken ct)
    {
        await using var scope = await context.AsAsync(email, ct);
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        var now = context.Clock.GetUtcNow().UtcDateTime;
        var application = await db.Applications.OrderBy(a => a.Reference).FirstAsync(ct);
        var scheme = await db.Schemes.SingleAsync(s => s.Id == application.SchemeId, ct);
        var link = scope.ServiceProvider.GetRequiredService<ILinkIntegrationService>().Create("reference");
        var request = new ReferenceRequest(application, scheme, input, now);
        request.Send(link.Hash, now);
        db.ReferenceRequests.Add(request);
        await db.SaveChangesAsync(ct);
        return link.Address.Split('#')[1];
    }

    private static async Task GiveAsync(SeedContext context, string referee, string token, CancellationToken ct)
    {
        await using var scope = context.AsNobody();
        await scope.ServiceProvider.GetRequiredService<IRefereeAppService>().GiveAsync(
            new GiveReferenceDto
            {
                Token = token,
                Years = 2,
                Placements = 9,
                WouldPlaceAgain = true,
                HasConcerns = false,
                Comments = "Reports come on time and young people are well prepared for moving on.",
                Name = referee,
                Role = "Commissioning manager",
                NoConflict = true,
            },
            from: null, ct);
    }

    /// <summary>An officer of the host authority rang the switchboard of the referee's.</summary>
    private static async Task AcceptAsync(SeedContext context, string authority, string token, CancellationToken ct)
    {
        await using var scope = await context.AsAsync("officer@example.org", ct);
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        var me = scope.ServiceProvider.GetRequiredService<ICurrentUser>().Id;
        var hash = scope.ServiceProvider.GetRequiredService<ILinkIntegrationService>().HashOf(token, from: null);
        var request = await db.ReferenceRequests.SingleAsync(r => r.TokenHash == hash, ct);
        if (!await db.InterestDeclarations.AnyAsync(
            d => d.ApplicationId == request.ApplicationId && d.OfficerId == me, ct))
        {
            await scope.ServiceProvider.GetRequiredService<IApplicationReviewAppService>().DeclareInterestAsync(
                request.ApplicationId, new DeclareInterestDto { HasConflict = false }, ct);
        }

        await scope.ServiceProvider.GetRequiredService<IReferenceVerdictAppService>().AcceptAsync(
            request.ApplicationId, request.Id,
            new AcceptReferenceDto
            {
                AuthorityName = authority,
                HowKnown = "Rang the switchboard and was put through to the commissioning team.",
                Version = request.Version,
            },
            ct);
    }
}
