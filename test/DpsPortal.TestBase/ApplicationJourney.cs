using System.Text;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations.Documents;
using DpsPortal.Property.Premises;
using DpsPortal.Property.Visits;
using DpsPortal.Rules.Accommodation;

namespace DpsPortal.TestBase;

/// <summary>
/// Carries a provider from nothing to accreditation, over HTTP, in steps; Eastmarsh is the host. Tests that need
/// members of a lot take as many steps as they need.
/// </summary>
public sealed class ApplicationJourney(PortalFixture portal)
{
    public Task<PortalClient> OfficerAsync() => portal.AsAsync(portal.Eastmarsh, Role.AccreditationOfficer);

    public Task<PortalClient> LeadAsync() => portal.AsAsync(portal.Eastmarsh, Role.AccreditationLead);

    public Task<PortalClient> ProviderAsync(TestOrganisation provider) =>
        portal.AsAsync(provider, Role.ProviderAdministrator);

    /// <summary>Two lots that take 16- and 17-year-olds; Northwick Vale may buy.</summary>
    public async Task<SchemeDto> RecordSchemeAsync(Regime regime = Regime.PcrDps) =>
        await (await LeadAsync()).PostAsync<SchemeDto>("/api/schemes", Terms(regime));

    public RecordSchemeDto Terms(Regime regime = Regime.PcrDps) => new()
    {
        Name = regime == Regime.PcrDps ? "Thames & Fen 16+ DPS" : "Thames & Fen light touch",
        Reference = "TF-" + Guid.NewGuid().ToString("N")[..8],
        Regime = regime,
        ContractNoticeDate = new DateOnly(2020, 2, 14),
        StartsOn = new DateOnly(2020, 8, 1),
        EndsOn = new DateOnly(2029, 2, 23),
        AdmissionMode = AdmissionMode.Continuous,
        TenderTimeBasis = regime == Regime.PcrDps ? TenderTimeBasis.Reg34TenDays : TenderTimeBasis.LightTouchPublished,
        MinimumTenderMinutes = regime == Regime.PcrDps ? 10 * 24 * 60 : 10,
        MutualAgreementFromAllMembers = false,
        Lots =
        [
            new() { Name = "Shared, ring-fenced", Category = OfstedCategory.SharedRingFenced, Admits16To17 = true },
            new() { Name = "Self-contained", Category = OfstedCategory.SelfContained, Admits16To17 = true },
        ],
        MemberAuthorityIds = [portal.NorthwickVale.Id],
    };

    public async Task<ApplicationDto> BeginAsync(SchemeDto scheme, TestOrganisation provider) =>
        await (await ProviderAsync(provider)).PostAsync<ApplicationDto>(
            "/api/applications", new CreateApplicationDto { SchemeId = scheme.Id });

    /// <summary>Complete, not yet submitted.</summary>
    public async Task<ApplicationDto> CompleteAsync(SchemeDto scheme, TestOrganisation provider)
    {
        var client = await ProviderAsync(provider);
        var draft = await BeginAsync(scheme, provider);
        var document = await client.UploadAsync("insurance.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"));
        var home = await client.PostAsync<PremisesDto>("/api/premises", Home(await TodayAsync()));
        return await client.PutAsync<ApplicationDto>($"/api/applications/{draft.Id}/answers", new SaveApplicationDto
        {
            Answers = Answers(provider, scheme, document.Read<DocumentDto>().Id, home.Id, await TodayAsync()),
            Version = draft.Version,
        });
    }

    public async Task<ApplicationDto> SubmitAsync(SchemeDto scheme, TestOrganisation provider)
    {
        var complete = await CompleteAsync(scheme, provider);
        var submitted = await (await ProviderAsync(provider)).PostAsync<ApplicationDto>(
            $"/api/applications/{complete.Id}/submit", new VersionDto { Version = complete.Version });
        foreach (var officer in new[] { await OfficerAsync(), await LeadAsync() })
        {
            await DeclareNoConflictAsync(officer, submitted);
        }

        return submitted;
    }

    /// <summary>What each officer does before acting.</summary>
    public static Task<ApplicationDto> DeclareNoConflictAsync(PortalClient officer, ApplicationDto application) =>
        officer.PostAsync<ApplicationDto>(
            $"/api/applications/{application.Id}/interests", new DeclareInterestDto { HasConflict = false });

    public async Task<ApplicationDto> ProposeMembershipAsync(
        SchemeDto scheme, TestOrganisation provider, MembershipOutcome outcome = MembershipOutcome.Admit)
    {
        var submitted = await SubmitAsync(scheme, provider);
        var evaluated = await OfficerDoesAsync(submitted, "start-evaluation", new VersionDto { Version = submitted.Version });
        return await OfficerDoesAsync(evaluated, "membership/propose", new ProposeMembershipDto
        {
            Outcome = outcome,
            LotIds = outcome == MembershipOutcome.Admit ? [.. scheme.Lots.Select(l => l.Id)] : [],
            Reasons = "The questionnaire was checked against every criterion.",
            Version = evaluated.Version,
        });
    }

    public async Task<ApplicationDto> AdmitAsync(SchemeDto scheme, TestOrganisation provider)
    {
        var proposed = await ProposeMembershipAsync(scheme, provider);
        return await LeadDoesAsync(proposed, "membership/confirm", new VersionDto { Version = proposed.Version });
    }

    /// <summary>Everybody is found fit, and every line of the checklist is compliant; the stage stays open.</summary>
    public async Task<ApplicationDto> ReachSaferRecruitmentAsync(ApplicationDto admitted)
    {
        var now = await OfficerDoesAsync(
            admitted, "fit-and-proper-test/open", new VersionDto { Version = admitted.Version });
        now = await new FitnessSteps(await OfficerAsync(), await LeadAsync()).SettleEverybodyAsync(now, await TodayAsync());
        now = await OfficerDoesAsync(now, "fit-and-proper-test/close", Passed(now));
        return await (await OfficerAsync()).PutAsync<ApplicationDto>(
            $"/api/applications/{now.Id}/safer-recruitment",
            new RecordSaferRecruitmentDto
            {
                Items =
                [
                    .. now.SaferRecruitment!.Items.Select(
                        i => new RecordSaferRecruitmentItemDto { Id = i.Id, Result = ComplianceResult.Compliant }),
                ],
                Version = now.Version,
            });
    }

    public async Task<ApplicationDto> ReachPropertyVisitAsync(ApplicationDto admitted)
    {
        var now = await ReachSaferRecruitmentAsync(admitted);
        return await OfficerDoesAsync(now, "safer-recruitment/close", new CloseSaferRecruitmentDto
        {
            Outcome = SaferRecruitmentOutcome.Pass,
            Reasons = "Every line is compliant.",
            RecordRead = "On the provider’s own system, at its office.",
            Version = now.Version,
        });
    }

    /// <summary>Books a visit to each home, lets its time come and answers the whole checklist.</summary>
    public async Task VisitHomesAsync(ApplicationDto application, VisitMode mode = VisitMode.InPerson)
    {
        var officer = await OfficerAsync();
        foreach (var home in application.Premises)
        {
            var visit = await officer.PostAsync<VisitDto>("/api/visits", new BookVisitDto
            {
                PremisesId = home.Id,
                ApplicationId = application.Id,
                ScheduledAt = (await portal.Clock.NowAsync()).AddMinutes(5),
                Mode = mode,
                Notice = VisitNotice.Announced,
            });
            await portal.Clock.AdvanceAsync(TimeSpan.FromMinutes(6));
            visit = await officer.PutAsync<VisitDto>($"/api/visits/{visit.Id}/answers", new SaveVisitAnswersDto
            {
                Revision = 1,
                Answers =
                [
                    .. visit.Sections.SelectMany(s => s.Items).Select(i => new VisitAnswerDto
                    {
                        ItemId = i.Id,
                        PlaceId = i.PlaceId,
                        Result = VisitItemResult.Pass,
                        MeasuredArea = i.MeasuresArea ? 9.2m : null,
                    }),
                ],
            });
            await officer.PostAsync<VisitDto>($"/api/visits/{visit.Id}/complete", new CompleteVisitDto
            {
                Summary = "A well-kept home.",
                Version = visit.Version,
            });
        }
    }

    public async Task<ApplicationDto> ProposeAccreditationAsync(ApplicationDto admitted)
    {
        var now = await ReachPropertyVisitAsync(admitted);
        await VisitHomesAsync(now);
        now = await OfficerDoesAsync(now, "property-visit/close", Passed(now));
        return await OfficerDoesAsync(now, "accreditation/propose", new ProposeAccreditationDto
        {
            Outcome = AccreditationOutcome.Accredit,
            Reasons = "All stages were passed.",
            Version = now.Version,
        });
    }

    /// <summary>From an admitted provider through the five stages to its accreditation.</summary>
    public async Task<ApplicationDto> AccreditAsync(ApplicationDto admitted)
    {
        var proposed = await ProposeAccreditationAsync(admitted);
        return await LeadDoesAsync(proposed, "accreditation/confirm", new VersionDto { Version = proposed.Version });
    }

    public async Task<ApplicationDto> OfficerDoesAsync(ApplicationDto application, string step, object body) =>
        await (await OfficerAsync()).PostAsync<ApplicationDto>($"/api/applications/{application.Id}/{step}", body);

    public async Task<ApplicationDto> LeadDoesAsync(ApplicationDto application, string step, object body) =>
        await (await LeadAsync()).PostAsync<ApplicationDto>($"/api/applications/{application.Id}/{step}", body);

    public static CloseStageDto Passed(ApplicationDto application) =>
        new() { Passed = true, Reasons = "Everything was in order.", Version = application.Version };

    private async Task<DateOnly> TodayAsync() => DateOnly.FromDateTime(await portal.Clock.NowAsync());

    public static SavePremisesDto Home(DateOnly today) => new()
    {
        Name = "Quay House",
        AddressLine = "1 Quay Street",
        Town = "London",
        Postcode = "SE13 0ZZ",
        AreaAuthority = "Eastmarsh LBC",
        Category = OfstedCategory.SharedRingFenced,
        OnOfstedList = true,
        Places =
        [
            new() { Name = "Room 1", BedroomArea = 9.4m, MaxOccupants = 1 },
            new() { Name = "Room 2", BedroomArea = 8.2m, MaxOccupants = 1 },
        ],
        Certificates =
        [
            new() { Kind = CertificateKind.GasSafety, IssuedOn = today.AddMonths(-2) },
            new() { Kind = CertificateKind.ElectricalInstallation, IssuedOn = today.AddMonths(-2) },
            new() { Kind = CertificateKind.FireRiskAssessment, IssuedOn = today.AddMonths(-2) },
            new() { Kind = CertificateKind.BuildingsInsurance, IssuedOn = today, ExpiresOn = today.AddMonths(10) },
            new() { Kind = CertificateKind.LiabilityInsurance, IssuedOn = today, ExpiresOn = today.AddMonths(10) },
        ],
    };

    public static QuestionnaireDto Answers(
        TestOrganisation provider, SchemeDto scheme, Guid documentId, Guid homeId, DateOnly today) => new()
        {
            Organisation = new()
            {
                LegalName = provider.Name,
                LegalForm = LegalForm.LimitedCompany,
                CompanyNumber = "ZZ000001",
                RegisteredOffice = "1 Quay Street, London",
                ContactName = "Amara Bell",
                ContactEmail = "provider@example.org",
                ContactPhone = "020 7946 0101",
                SmallOrMedium = true,
                VoluntaryOrSocialEnterprise = false,
            },
            Ofsted = new()
            {
                Registered = true,
                Urn = "9000001",
                RegisteredOn = today.AddYears(-2),
                Categories = [OfstedCategory.SharedRingFenced, OfstedCategory.SelfContained],
            },
            People = new()
            {
                People =
            [
                new()
                {
                    Name = "Amara Bell", Roles = [PersonRole.Director, PersonRole.NominatedIndividual],
                    Email = "amara@example.org",
                },
                new()
                {
                    Name = "Owen Finch", Roles = [PersonRole.RegisteredServiceManager], Email = "owen@example.org",
                    RelevantWork = [new() { Employer = provider.Name, Post = "Manager", From = today.AddYears(-3) }],
                },
            ],
            },
            ExclusionGrounds = new()
            {
                Answers =
                [.. Enum.GetValues<ExclusionGround>().Select(g => new ExclusionAnswerDto { Ground = g, Applies = false })],
            },
            Insurance = new()
            {
                Policies =
            [
                .. Enum.GetValues<InsuranceKind>().Select(k => new InsurancePolicyDto
                {
                    Kind = k,
                    Status = InsuranceStatus.Held,
                    Insurer = "Fenland Mutual",
                    PolicyNumber = "FM-100",
                    LimitPounds = 5_000_000,
                    ExpiresOn = today.AddMonths(6),
                    DocumentId = documentId,
                }),
            ],
            },
            Premises = new() { PremisesIds = [homeId] },
            LotsAndAreas = new() { LotIds = [.. scheme.Lots.Select(l => l.Id)], Areas = ["Eastmarsh LBC"] },
            RateCard = new()
            {
                Rates =
            [
                .. scheme.Lots.Select(l => new LotRateDto
                {
                    LotId = l.Id, AccommodationWeeklyPence = 42_000, CoreHourPence = 2_800, AdditionalHourPence = 2_450,
                    WakingNightPence = 18_000, SleepInPence = 6_000, SetUpPence = 25_000,
                }),
            ],
            },
            Declaration = new()
            {
                AnswersAreTrue = true,
                NoCollusion = true,
                AcceptsTerms = true,
                SignatoryName = "Amara Bell",
                SignatoryRole = "Director",
            },
        };
}
