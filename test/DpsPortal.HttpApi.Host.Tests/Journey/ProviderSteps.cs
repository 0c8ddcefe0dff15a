using System.Globalization;
using System.Text;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.References;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.HttpApi.Host.Tests.Accounts;
using DpsPortal.Organisations.Documents;
using DpsPortal.Property.Premises;
using DpsPortal.Rules.Accommodation;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Journey;

/// <summary>What a provider does to join, as its browser would.</summary>
internal sealed class ProviderSteps(PortalFixture portal, PortalClient provider, string name)
{
    public async Task<PremisesDto> AddHomeAsync(DateOnly today, string outwardCode = "HA9")
    {
        var certificate = await UploadAsync("gas-safety.pdf");
        return await provider.PostAsync<PremisesDto>("/api/premises", new SavePremisesDto
        {
            Name = $"Alder House of {name}",
            AddressLine = "1 Sample Street",
            Town = "Northwick",
            Postcode = $"{outwardCode} 0ZZ",
            AreaAuthority = "Northwick Vale LBC",
            Category = OfstedCategory.SharedRingFenced,
            OnOfstedList = true,
            Places =
            [
                new SavePlaceDto { Name = "Room 1", BedroomArea = 9.20m, MaxOccupants = 1 },
                new SavePlaceDto { Name = "Room 2", BedroomArea = 8.75m, MaxOccupants = 1 },
            ],
            Certificates =
            [
                Certificate(CertificateKind.GasSafety, today.AddDays(-30), null, certificate),
                Certificate(CertificateKind.ElectricalInstallation, today.AddDays(-400), null, certificate),
                Certificate(CertificateKind.FireRiskAssessment, today.AddDays(-60), null, certificate),
                Certificate(CertificateKind.BuildingsInsurance, today.AddDays(-60), today.AddDays(300), certificate),
                Certificate(CertificateKind.LiabilityInsurance, today.AddDays(-60), today.AddDays(300), certificate),
            ],
        });
    }

    public Task<ApplicationDto> StartAsync(Guid schemeId) =>
        provider.PostAsync<ApplicationDto>("/api/applications", new CreateApplicationDto { SchemeId = schemeId });

    /// <summary>Answers every section, one save for each as the pages do.</summary>
    public async Task<ApplicationDto> AnswerAsync(
        ApplicationDto application, LotDto lot, PremisesDto home, DateOnly today)
    {
        var policy = await UploadAsync("insurance.pdf");
        foreach (var answers in new QuestionnaireDto[]
        {
            new() { Organisation = Organisation() },
            new() { Ofsted = Ofsted(today) },
            new() { People = People(today) },
            new() { ExclusionGrounds = NoGrounds() },
            new() { Insurance = Insurance(today, policy) },
            new() { Premises = new PremisesSectionDto { PremisesIds = [home.Id] } },
            new() { LotsAndAreas = new LotsAndAreasSectionDto { LotIds = [lot.Id], Areas = ["Northwick Vale LBC"] } },
            new() { RateCard = RateCard(lot.Id) },
            new() { Declaration = Declaration() },
        })
        {
            application = await provider.PutAsync<ApplicationDto>(
                $"/api/applications/{application.Id}/answers",
                new SaveApplicationDto { Answers = answers, Version = application.Version });
        }

        return application;
    }

    public Task<ApplicationDto> SubmitAsync(ApplicationDto application) =>
        provider.PostAsync<ApplicationDto>(
            $"/api/applications/{application.Id}/submit", new VersionDto { Version = application.Version });

    /// <summary>Asks a referee at each authority, who answers by the link in the e-mail: the home is new to the buyer.</summary>
    public async Task AskRefereesAsync(ApplicationDto application, params string[] authorities)
    {
        foreach (var authority in authorities)
        {
            var email = $"referee-{Guid.NewGuid():N}@council.example.org";
            await provider.PostAsync<ReferencesDto>($"/api/applications/{application.Id}/references", new AskReferenceDto
            {
                RefereeName = "Mina Okafor",
                RefereeEmail = email,
                AuthorityName = authority,
                Setting = "Spot placements",
                Claim = "Six places with staff on site day and night.",
            });
            using var referee = await portal.VisitorAsync();
            await referee.PostAsync<ReferenceReceiptDto>("/api/references/give", new GiveReferenceDto
            {
                Token = await portal.LinkAsync(email, "reference"),
                Years = 2,
                Placements = 7,
                WouldPlaceAgain = true,
                HasConcerns = false,
                Name = "Mina Okafor",
                Role = "Commissioning manager",
                NoConflict = true,
            });
        }
    }

    public async Task<Guid> UploadAsync(string fileName)
    {
        var document = (await provider.UploadAsync(fileName, SamplePdf.Of($"{fileName} of {name}"))).Read<DocumentDto>();
        await portal.DrainOutboxAsync();
        return document.Id;
    }

    private static SaveCertificateDto Certificate(CertificateKind kind, DateOnly issued, DateOnly? expires, Guid document) =>
        new() { Kind = kind, IssuedOn = issued, ExpiresOn = expires, DocumentId = document };

    private OrganisationSectionDto Organisation() => new()
    {
        LegalName = name,
        LegalForm = LegalForm.LimitedCompany,
        CompanyNumber = "ZZ000001",
        RegisteredOffice = "1 Sample Street, Northwick",
        ContactName = "Sam Taylor",
        ContactEmail = "sam.taylor@example.org",
        ContactPhone = "020 7946 0001",
        SmallOrMedium = true,
        VoluntaryOrSocialEnterprise = false,
    };

    private static OfstedSectionDto Ofsted(DateOnly today) => new()
    {
        Registered = true,
        Urn = "9000001",
        RegisteredOn = today.AddYears(-2),
        Categories = [OfstedCategory.SharedRingFenced, OfstedCategory.SelfContained],
    };

    private static PeopleSectionDto People(DateOnly today) => new()
    {
        People =
        [
            new PersonDto
            {
                Name = "Marcus Bell", Email = "marcus.bell@example.org", Roles = [PersonRole.Director],
            },
            new PersonDto
            {
                Name = "Yasmin Odukoya", Email = "yasmin.odukoya@example.org", Roles = [PersonRole.NominatedIndividual],
            },
            new PersonDto
            {
                Name = "Gareth Pugh",
                Email = "gareth.pugh@example.org",
                Roles = [PersonRole.RegisteredServiceManager],
                RelevantWork =
                [
                    new EmploymentDto
                    {
                        Employer = "Bridgeway 16+ Ltd", Post = "Senior support worker", From = today.AddMonths(-30),
                    },
                ],
            },
        ],
    };

    private static ExclusionGroundsSectionDto NoGrounds() => new()
    {
        Answers = [.. Enum.GetValues<ExclusionGround>().Select(g => new ExclusionAnswerDto { Ground = g, Applies = false })],
    };

    private static InsuranceSectionDto Insurance(DateOnly today, Guid document) => new()
    {
        Policies =
        [
            .. Enum.GetValues<InsuranceKind>().Select(kind => new InsurancePolicyDto
            {
                Kind = kind,
                Status = InsuranceStatus.Held,
                Insurer = "Sample Mutual",
                PolicyNumber = string.Create(CultureInfo.InvariantCulture, $"SM-{(int)kind:000}"),
                LimitPounds = 10_000_000,
                ExpiresOn = today.AddDays(200),
                DocumentId = document,
            }),
        ],
    };

    private static RateCardSectionDto RateCard(Guid lotId) => new()
    {
        Rates =
        [
            new LotRateDto
            {
                LotId = lotId,
                AccommodationWeeklyPence = 200_000,
                CoreHourPence = 2_850,
                AdditionalHourPence = 2_600,
                WakingNightPence = 20_000,
                SleepInPence = 8_000,
                SetUpPence = 50_000,
            },
        ],
    };

    private static DeclarationSectionDto Declaration() => new()
    {
        AnswersAreTrue = true,
        NoCollusion = true,
        AcceptsTerms = true,
        SignatoryName = "Marcus Bell",
        SignatoryRole = "Director",
    };
}

/// <summary>A real, small PDF of one page.</summary>
internal static class SamplePdf
{
    public static byte[] Of(string text)
    {
        var offsets = new List<int>();
        var pdf = new StringBuilder("%PDF-1.4\n");
        foreach (var body in new[]
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources "
                + "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
            Stream($"BT /F1 14 Tf 72 770 Td ({text}) Tj ET"),
        })
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }

        var start = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(o => pdf.Append(CultureInfo.InvariantCulture, $"{o:D10} 00000 n \n"));
        pdf.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }

    private static string Stream(string content) =>
        string.Create(CultureInfo.InvariantCulture, $"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
}
