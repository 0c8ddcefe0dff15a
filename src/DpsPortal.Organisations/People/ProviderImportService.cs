using System.Diagnostics.CodeAnalysis;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.BackgroundJobs;
using DpsPortal.Organisations.Evidence;
using DpsPortal.Organisations.Integration;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.People;

internal sealed class ProviderImportService(
    IOrganisationsDbContext db, IBackgroundJobManager jobs, ICurrentUser user, TimeProvider clock) : IProviderImportService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public string? CompanyNumber(string text) => RegisteredNumbers.Company(text);

    public string? CharityNumber(string text) => RegisteredNumbers.Charity(text);

    [SuppressMessage("Globalization", "CA1304", Justification = "Translated to SQL.")]
    [SuppressMessage("Globalization", "CA1311", Justification = "Translated to SQL.")]
    public async Task<IReadOnlyList<KnownProvider>> FindAsync(
        IReadOnlyCollection<string> companyNumbers, IReadOnlyCollection<string> charityNumbers,
        IReadOnlyCollection<string> names, CancellationToken ct)
    {
        var capitals = names.Select(n => n.ToUpperInvariant()).ToList();
        return await db.Organisations
            .Where(o => o.Kind == OrganisationKind.Provider
                && (companyNumbers.Contains(o.CompanyNumber!) || charityNumbers.Contains(o.CharityNumber!)
                    || capitals.Contains(o.Name.ToUpper())))
            .Select(o => new KnownProvider(
                o.Id, o.Name, o.CompanyNumber, o.CharityNumber, db.Affiliations.Any(a => a.OrganisationId == o.Id)))
            .ToListAsync(ct);
    }

    public async Task AddAsync(NewProvider provider, CancellationToken ct)
    {
        db.Organisations.Add(
            Organisation.Register(provider.Id, provider.Name, provider.CompanyNumber, provider.CharityNumber));
        var invitation = new ColleagueInvitation(
            Guid.NewGuid(), provider.Id, provider.ContactEmail, [Role.ProviderAdministrator], Now);
        db.ColleagueInvitations.Add(invitation);
        await jobs.EnqueueAsync(new SendInvitationArgs(Guid.NewGuid(), invitation.Id), ct: ct);
    }

    public async Task AskAsync(Guid providerId, IReadOnlyList<PlannedEvidence> items, CancellationToken ct)
    {
        var asked = (await db.EvidenceRequests.AsNoTracking()
                .Where(r => r.AuthorityId == user.OrganisationId && r.ProviderId == providerId
                    && r.State == EvidenceRequestState.Asked)
                .Select(r => new { r.Kind, r.SubjectKey }).ToListAsync(ct))
            .Select(r => (r.Kind, r.SubjectKey)).ToHashSet();
        foreach (var item in items)
        {
            var about = item.PremisesId is { } home
                ? new EvidenceAbout(home, item.PremisesName, home.ToString("N"))
                : new EvidenceAbout(null, null, "");
            if (asked.Add((item.Kind, about.Key)))
            {
                db.EvidenceRequests.Add(new EvidenceRequest(
                    Guid.NewGuid(), user.OrganisationId, providerId, item.Kind, about, item.DueOn, Now));
            }
        }
    }

    public async Task<IReadOnlyDictionary<Guid, EvidencePlan>> GetPlansAsync(
        IReadOnlyCollection<Guid> providerIds, CancellationToken ct)
    {
        var today = LondonTime.DateOf(Now);
        return await db.EvidenceRequests
            .Where(r => r.AuthorityId == user.OrganisationId && providerIds.Contains(r.ProviderId)
                && r.State == EvidenceRequestState.Asked)
            .GroupBy(r => r.ProviderId)
            .Select(g => new { g.Key, Missing = g.Count(), Overdue = g.Count(r => r.DueOn < today), Next = g.Min(r => r.DueOn) })
            .ToDictionaryAsync(g => g.Key, g => new EvidencePlan(g.Missing, g.Overdue, g.Next), ct);
    }
}
