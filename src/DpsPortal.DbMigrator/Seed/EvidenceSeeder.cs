using System.Text;
using DpsPortal.Organisations.Documents;
using DpsPortal.Organisations.Evidence;
using DpsPortal.Organisations.Integration;
using DpsPortal.Property.Premises;
using Microsoft.Extensions.DependencyInjection;
using static DpsPortal.DbMigrator.Seed.OrganisationsSeeder;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>
/// The vault of the accredited provider: most of it in date, some running out, one run out, some not given yet.
/// </summary>
internal sealed class EvidenceSeeder : ISeeder
{
    private static readonly (EvidenceKind Kind, string Name, string Issuer, int? DaysLeft, bool Given)[] OfOrganisation =
    [
        (EvidenceKind.EmployersLiability, "Employers-liability.pdf", "Fenland Mutual", 36, true),
        (EvidenceKind.PublicLiability, "Public-liability.pdf", "Fenland Mutual", 128, true),
        (EvidenceKind.ProfessionalIndemnity, "Professional-indemnity.pdf", "Fenland Mutual", 128, true),
        (EvidenceKind.AbuseCover, "Abuse-cover.pdf", "Fenland Mutual", 128, false),
        (EvidenceKind.Accounts, "Accounts-two-years.pdf", "Holm and Tarn Accountants", null, true),
        (EvidenceKind.DataProtectionRegistration, "ICO-registration.pdf", "Information Commissioner’s Office", -5, true),
        (EvidenceKind.OfstedRegistration, "Ofsted-registration.pdf", "Ofsted", null, true),
        (EvidenceKind.StatementOfPurpose, "Statement-of-purpose.pdf", "Harbour Steps Housing CIC", null, true),
        (EvidenceKind.SafeguardingPolicy, "Safeguarding-policy.pdf", "Harbour Steps Housing CIC", 189, true),
        (EvidenceKind.SaferRecruitmentPolicy, "Safer-recruitment-policy.pdf", "Harbour Steps Housing CIC", 189, true),
        (EvidenceKind.HealthAndSafetyPolicy, "Health-and-safety-policy.pdf", "Harbour Steps Housing CIC", 211, true),
        (EvidenceKind.ComplaintsPolicy, "Complaints-policy.pdf", "Harbour Steps Housing CIC", 52, false),
        (EvidenceKind.BusinessContinuityPlan, "Business-continuity-plan.pdf", "Harbour Steps Housing CIC", 240, false),
    ];

    private static readonly (EvidenceKind Kind, string Name, string Issuer, int DaysLeft)[] OfHomes =
    [
        (EvidenceKind.GasSafety, "Gas-safety.pdf", "Marsh Heating Ltd", 45),
        (EvidenceKind.ElectricalInstallation, "EICR.pdf", "Ferry Electrical Ltd", 1_200),
        (EvidenceKind.FireRiskAssessment, "Fire-risk-assessment.pdf", "Northbank Fire Safety", 210),
        (EvidenceKind.BuildingsInsurance, "Buildings-insurance.pdf", "Fenland Mutual", 240),
    ];

    /// <summary>Days ago: after the latest of them was issued.</summary>
    private const int Added = 100;

    private DateOnly _today;

    public async Task SeedAsync(SeedContext context, CancellationToken ct)
    {
        context.Clock.GoTo(context.Clock.Today.AddDays(-Added), 10, 30);
        _today = context.Clock.Today;
        await using var scope = await context.AsAsync("provider@example.org", ct);
        var services = scope.ServiceProvider;
        var evidence = services.GetRequiredService<IEvidenceAppService>();
        if ((await evidence.GetListAsync(ct)).Any(i => i.Id is not null))
        {
            return;
        }

        var given = new List<Guid>();
        foreach (var (kind, name, issuer, daysLeft, isGiven) in OfOrganisation)
        {
            var document = await AddAsync(services, kind, name, issuer, daysLeft, null, ct);
            given.AddRange(isGiven ? [document] : []);
        }

        foreach (var home in await services.GetRequiredService<IPremisesAppService>().GetListAsync(ct))
        {
            foreach (var (kind, name, issuer, daysLeft) in OfHomes)
            {
                given.Add(await AddAsync(
                    services, kind, $"{home.Name.Replace(' ', '-')}-{name}", issuer, daysLeft, home.Id, ct));
            }
        }

        await services.GetRequiredService<IDocumentIntegrationService>().ShareAsync(given, IdOf("Eastmarsh LBC"), ct);
        await context.SettleAsync(ct);
    }

    private async Task<Guid> AddAsync(
        IServiceProvider services, EvidenceKind kind, string name, string issuer, int? daysLeft, Guid? home,
        CancellationToken ct)
    {
        using var file = Page(name);
        var document = await services.GetRequiredService<IDocumentAppService>().CreateAsync(name, file, ct);
        var last = daysLeft is { } days ? _today.AddDays(days) : (DateOnly?)null;
        await services.GetRequiredService<IEvidenceAppService>().AddAsync(
            new AddEvidenceDto
            {
                Kind = kind,
                PremisesId = home,
                DocumentId = document.Id,
                Issuer = issuer,
                IssuedOn = last is { } end && end.AddYears(-1) < _today ? end.AddYears(-1) : _today.AddMonths(-4),
                ExpiresOn = last,
            },
            ct);
        return document.Id;
    }

    /// <summary>One page that says what it stands for.</summary>
    private static MemoryStream Page(string name)
    {
        var text = $"BT /F1 20 Tf 72 760 Td (Demo document: {name}) Tj ET";
        return new MemoryStream(Encoding.ASCII.GetBytes(
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            + "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
            + $"4 0 obj<</Length {text.Length}>>stream\n{text}\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"));
    }
}
