using DpsPortal.Accreditation.Schemes;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Organisations.People;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>
/// Two schemes of the alliance, the providers in use as members of both, and eight applicants on their way. All of it
/// goes through the portal's own services, at the times it is said to have happened.
/// </summary>
internal sealed class AccreditationSeeder : ISeeder
{
    private const string Lead = "second-officer@example.org";

    public async Task SeedAsync(SeedContext context, CancellationToken ct)
    {
        await using (var scope = context.AsNobody())
        {
            if (await scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().Schemes.AnyAsync(ct))
            {
                return;
            }
        }

        context.Clock.GoTo(context.Clock.Today.AddDays(-560), 11, 0);
        var dps = await RecordAsync(context, Dps(), ct);
        var lightTouch = await RecordAsync(context, LightTouch(), ct);
        var steps = new ApplicationSteps(context);
        await new FoundingRound(context, dps, [.. PastYearProviders.All.Select(PastYearProviders.EmailOf)], 500)
            .RunAsync(steps, ct);
        await new FoundingRound(context, lightTouch, [.. PastYearProviders.Accounts.Values], 490).RunAsync(steps, ct);
        await context.ForgetMailAsync(ct);
        await SeedApplicantsAsync(steps, dps, ct);
    }

    private static async Task SeedApplicantsAsync(ApplicationSteps steps, SchemeDto dps, CancellationToken ct)
    {
        await steps.DraftAsync("applicant1@example.org", dps, 2, ct);
        await steps.SubmitAsync("applicant2@example.org", dps, 0, ct);
        await steps.EvaluateAsync("applicant3@example.org", dps, steps.DaysSinceWorkingDay(7), ct);
        await steps.ExtendAsync("applicant4@example.org", dps, steps.DaysSinceWorkingDay(11), ct);
        await steps.ProposeAsync("applicant5@example.org", dps, steps.DaysSinceWorkingDay(8), ct);
        await steps.TestPeopleAsync("applicant6@example.org", dps, 30, ct);
        await steps.ReviewDocumentsAsync("applicant7@example.org", dps, 45, ct);
        await steps.BookVisitAsync("applicant8@example.org", dps, 60, ct);
    }

    private static async Task<SchemeDto> RecordAsync(SeedContext context, RecordSchemeDto terms, CancellationToken ct)
    {
        await using var scope = await context.AsAsync(Lead, ct);
        var authorities = await scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().Organisations
            .Where(o => o.Kind == OrganisationKind.Authority).OrderBy(o => o.Name).Select(o => o.Id).ToListAsync(ct);
        return await scope.ServiceProvider.GetRequiredService<ISchemeAppService>()
            .RecordAsync(terms with { MemberAuthorityIds = authorities }, ct);
    }

    private static RecordSchemeDto Dps() => new()
    {
        Name = "Thames & Fen 16+ supported accommodation DPS",
        Reference = "TF-DPS-2020",
        Regime = Regime.PcrDps,
        ContractNoticeDate = new DateOnly(2020, 2, 14),
        StartsOn = new DateOnly(2020, 8, 3),
        EndsOn = new DateOnly(2029, 2, 23),
        AdmissionMode = AdmissionMode.Continuous,
        TenderTimeBasis = TenderTimeBasis.Reg34TenDays,
        MinimumTenderMinutes = LegalPeriods.Bidding * 24 * 60,
        MutualAgreementFromAllMembers = false,
        Lots = Lots(),
        MemberAuthorityIds = [],
    };

    /// <summary>Its window of ten minutes lets a person follow a search to its end.</summary>
    private static RecordSchemeDto LightTouch() => Dps() with
    {
        Name = "Thames & Fen light-touch supported accommodation",
        Reference = "TF-LT-2022",
        Regime = Regime.PcrLightTouch,
        ContractNoticeDate = new DateOnly(2022, 3, 8),
        StartsOn = new DateOnly(2022, 7, 1),
        EndsOn = new DateOnly(2029, 2, 23),
        TenderTimeBasis = TenderTimeBasis.LightTouchPublished,
        MinimumTenderMinutes = 10,
    };

    private static List<RecordLotDto> Lots() =>
    [
        new() { Name = "Self-contained homes", Category = OfstedCategory.SelfContained, Admits16To17 = true },
        new() { Name = "Shared, ring-fenced homes", Category = OfstedCategory.SharedRingFenced, Admits16To17 = true },
        new() { Name = "Shared homes, not ring-fenced", Category = OfstedCategory.SharedNotRingFenced, Admits16To17 = true },
        new() { Name = "Supported lodgings", Category = OfstedCategory.PrivateResidence, Admits16To17 = true },
    ];
}
