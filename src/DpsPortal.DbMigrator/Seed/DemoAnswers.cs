using System.Text;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations.Documents;
using DpsPortal.Property.Premises;
using DpsPortal.Rules.Accommodation;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>A complete questionnaire of whoever acts, with its certificate and its homes.</summary>
internal static class DemoAnswers
{
    private static readonly string[] Streets = ["Otter Lane", "Plover Way", "Heron Rise", "Curlew Street", "Teal Close"];

    public static async Task<QuestionnaireDto> OfAsync(
        IServiceProvider services, string email, SchemeDto scheme, DateOnly today, CancellationToken ct)
    {
        var user = services.GetRequiredService<ICurrentUser>();
        var number = 1 + (Math.Abs(BitConverter.ToInt32(user.OrganisationId.ToByteArray())) % 900);
        var documentId = await CertificateAsync(services.GetRequiredService<IDocumentAppService>(), ct);
        var homes = await HomesAsync(services.GetRequiredService<IPremisesAppService>(), number, today, ct);
        var categories = homes.Select(h => h.Category).Distinct().Order().ToList();
        var lots = scheme.Lots.Where(l => categories.Contains(l.Category)).ToList();
        return new QuestionnaireDto
        {
            Organisation = Organisation(user, email, number),
            Ofsted = new()
            {
                Registered = true,
                Urn = PastYearProviders.All.Contains(user.OrganisationName)
                    ? PastYearProviders.UrnOf(user.OrganisationName)
                    : $"9001{number:000}",
                RegisteredOn = today.AddMonths(-20),
                Categories = categories,
            },
            People = People(user, email, today),
            ExclusionGrounds = new()
            {
                Answers =
                    [.. Enum.GetValues<ExclusionGround>().Select(g => new ExclusionAnswerDto { Ground = g, Applies = false })],
            },
            Insurance = new()
            {
                Policies =
                [
                    .. Enum.GetValues<InsuranceKind>().Select(kind => new InsurancePolicyDto
                    {
                        Kind = kind,
                        Status = InsuranceStatus.Held,
                        Insurer = "Fenland Mutual",
                        PolicyNumber = $"FM-{number}",
                        LimitPounds = kind == InsuranceKind.ProfessionalIndemnity ? 2_000_000 : 10_000_000,
                        // In force on the day of the demo, more than a year after the first applications.
                        ExpiresOn = today.AddMonths(22),
                        DocumentId = documentId,
                    }),
                ],
            },
            Premises = new() { PremisesIds = [.. homes.Select(h => h.Id)] },
            LotsAndAreas = new()
            {
                LotIds = [.. lots.Select(l => l.Id)],
                Areas = ["Eastmarsh LBC", "Northwick Vale LBC", "Kingsferry LBC"],
            },
            RateCard = new() { Rates = [.. lots.Select(l => Rate(l.Id, number))] },
            Declaration = new()
            {
                AnswersAreTrue = true,
                NoCollusion = true,
                AcceptsTerms = true,
                SignatoryName = user.Name,
                SignatoryRole = "Director",
            },
        };
    }

    private static OrganisationSectionDto Organisation(ICurrentUser user, string email, int number) => new()
    {
        LegalName = user.OrganisationName,
        LegalForm = user.OrganisationName.Contains("CIC", StringComparison.Ordinal)
            ? LegalForm.CommunityInterestCompany
            : LegalForm.LimitedCompany,
        CompanyNumber = $"ZZ{number:000000}",
        RegisteredOffice = $"{number} {Streets[number % Streets.Length]}, London",
        ContactName = user.Name,
        ContactEmail = email,
        ContactPhone = $"020 7946 0{number:000}",
        SmallOrMedium = true,
        VoluntaryOrSocialEnterprise = user.OrganisationName.Contains("CIC", StringComparison.Ordinal),
    };

    private static PeopleSectionDto People(ICurrentUser user, string email, DateOnly today) => new()
    {
        People =
        [
            new() { Name = user.Name, Roles = [PersonRole.Director, PersonRole.NominatedIndividual], Email = email },
            new()
            {
                Name = "Morgan Teale",
                Roles = [PersonRole.RegisteredServiceManager],
                Email = $"manager.{email}",
                RelevantWork =
                [
                    new() { Employer = user.OrganisationName, Post = "Service manager", From = today.AddMonths(-31) },
                ],
            },
        ],
    };

    private static LotRateDto Rate(Guid lotId, int number) => new()
    {
        LotId = lotId,
        AccommodationWeeklyPence = 42_000 + (number % 9 * 500),
        CoreHourPence = 2_450 + (number % 5 * 50),
        AdditionalHourPence = 2_650,
        WakingNightPence = 18_500,
        SleepInPence = 6_500,
        SetUpPence = 25_000,
    };

    private static async Task<Guid> CertificateAsync(IDocumentAppService documents, CancellationToken ct)
    {
        using var file = new MemoryStream(Encoding.ASCII.GetBytes(
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"));
        return (await documents.CreateAsync("insurance-certificate.pdf", file, ct)).Id;
    }

    /// <summary>Those the provider has, or one new one with two places.</summary>
    private static async Task<IReadOnlyList<PremisesDto>> HomesAsync(
        IPremisesAppService premises, int number, DateOnly today, CancellationToken ct)
    {
        var homes = await premises.GetListAsync(ct);
        if (homes.Count > 0)
        {
            return homes;
        }

        var street = Streets[number % Streets.Length];
        var home = new DemoHome(
            $"{street.Split(' ')[0]} House", $"{number} {street}", "SE8 0ZZ", "Eastmarsh LBC",
            OfstedCategory.SharedRingFenced, 150, ("Room 1", 9.20m), ("Room 2", 8.40m));
        return [await premises.CreateAsync(home.ToInput(today), ct)];
    }
}
