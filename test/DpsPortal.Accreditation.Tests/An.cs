using System.Globalization;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.RecruitmentActions;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Accreditation.Staff;
using DpsPortal.Property.Integration;
using DpsPortal.Property.Premises;
using DpsPortal.Property.Visits;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Rules.Standards;

namespace DpsPortal.Accreditation;

/// <summary>Fictional schemes and applications to try the rules on.</summary>
internal static class An
{
    public static readonly Guid Home = new("11111111-0000-0000-0000-000000000001");
    public static readonly Guid Certificate = new("11111111-0000-0000-0000-000000000002");
    public static readonly Guid Provider = new("11111111-0000-0000-0000-000000000003");
    public static readonly Guid Eastmarsh = new("11111111-0000-0000-0000-000000000004");
    public static readonly Officer Priya = new(new("11111111-0000-0000-0000-000000000005"), "Priya Hart");
    public static readonly Officer Gareth = new(new("11111111-0000-0000-0000-000000000006"), "Gareth Lowe");

    /// <summary>Monday 14 December 2026, 09:00 in London: the clock of fact 2.</summary>
    public static readonly DateTime Now = new(2026, 12, 14, 9, 0, 0, DateTimeKind.Utc);

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static readonly DateOnly Commencement = new(2025, 2, 24);

    /// <summary>Under the Act: from 1 January 2027, an open framework for eight years with a re-opening in year three.</summary>
    private static RecordSchemeDto TermsOfAct(Regime regime) => LegacyTerms(regime) with
    {
        Name = "Thames & Fen 16+ supported accommodation",
        ContractNoticeDate = new DateOnly(2026, 11, 2),
        StartsOn = new DateOnly(2027, 1, 1),
        EndsOn = new DateOnly(2034, 12, 31),
        AdmissionMode = regime == Regime.Pa23OpenFramework ? AdmissionMode.Windowed : AdmissionMode.Continuous,
        Windows = regime == Regime.Pa23OpenFramework
            ?
            [
                new(new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 31)),
                new(new DateOnly(2029, 11, 1), new DateOnly(2029, 12, 31)),
            ]
            : [],
        TenderTimeBasis = TenderTimeBasis.Pa23LightTouch,
        Lots =
        [
            .. LegacyTerms(regime).Lots.Select(l => l with
            {
                AccreditationUse = AccreditationUse.InformationOnly,
                Terms = new LotTermsDto { SelectionCriteria = ["Registered with Ofsted"] },
            }),
        ],
    };

    public static RecordSchemeDto Terms(Regime regime = Regime.PcrDps) =>
        regime is Regime.PcrDps or Regime.PcrLightTouch ? LegacyTerms(regime) : TermsOfAct(regime);

    public static Scheme DraftScheme(RecordSchemeDto? terms = null) => Schemes.Scheme.Draft(
        Guid.NewGuid(), Eastmarsh, "Eastmarsh LBC", terms ?? Terms(Regime.Pa23OpenFramework), Priya);

    private static RecordSchemeDto LegacyTerms(Regime regime) => new()
    {
        Name = "Thames & Fen 16+ supported accommodation DPS",
        Reference = "TF-DPS",
        Regime = regime,
        ContractNoticeDate = new DateOnly(2020, 2, 14),
        StartsOn = new DateOnly(2020, 8, 1),
        EndsOn = new DateOnly(2028, 2, 11),
        AdmissionMode = AdmissionMode.Continuous,
        TenderTimeBasis = regime == Regime.PcrDps ? TenderTimeBasis.Reg34TenDays : TenderTimeBasis.LightTouchPublished,
        MinimumTenderMinutes = 10,
        MutualAgreementFromAllMembers = false,
        Lots =
        [
            new() { Name = "Self-contained", Category = OfstedCategory.SelfContained, Admits16To17 = true },
            new() { Name = "Shared, ring-fenced", Category = OfstedCategory.SharedRingFenced, Admits16To17 = true },
            new() { Name = "18+ shared", Category = OfstedCategory.SharedNotRingFenced, Admits16To17 = false },
        ],
        MemberAuthorityIds = [],
    };

    public static Scheme Scheme(RecordSchemeDto? terms = null) =>
        new(Guid.NewGuid(), Eastmarsh, "Eastmarsh LBC", terms ?? Terms());

    public static Application Draft(Scheme scheme, DateTime? now = null) =>
        new(Guid.NewGuid(), "APP-2026-0001", scheme, Provider, "Harbour Steps Housing CIC", now ?? Now);

    public static Application Submitted(Scheme? of = null)
    {
        var scheme = of ?? Scheme();
        var application = Draft(scheme);
        application.Save(Answers(scheme), Now);
        application.Submit([], scheme, Now);
        return application;
    }

    public static Application InEvaluation()
    {
        var application = Submitted();
        application.StartEvaluation(Priya);
        return application;
    }

    public static Application Proposed(MembershipOutcome outcome = MembershipOutcome.Admit)
    {
        var application = InEvaluation();
        application.ProposeMembership(
            outcome, application.Answers.LotsAndAreas!.LotIds, [], "All criteria are met.", Priya, Now);
        return application;
    }

    public static Application Admitted()
    {
        var application = Proposed();
        application.ConfirmMembership(Gareth, Now);
        return application;
    }

    public static Application InFitAndProperTest(int managersMonths = 30)
    {
        var application = Admitted();
        if (managersMonths != 30)
        {
            application = WithManager(managersMonths);
        }

        application.OpenFitAndProperTest(Now);
        return application;
    }

    public static Application InSaferRecruitment()
    {
        var application = InFitAndProperTest();
        SettleEverybody(application);
        application.CloseFitAndProperTest(true, "Everybody is fit.", Priya, Now);
        return application;
    }

    public static Application InPropertyVisit()
    {
        var application = InSaferRecruitment();
        application.RecordSaferRecruitment(AllItems(ComplianceResult.Compliant));
        application.CloseSaferRecruitment(Closing(SaferRecruitmentOutcome.Pass), StaffProof.None, Priya, Now);
        return application;
    }

    public static Application AwaitingDecision()
    {
        var application = InPropertyVisit();
        application.ClosePropertyVisit(true, "The home passed.", [Visit()], Priya, Now);
        return application;
    }

    public static Application AccreditationProposed(AccreditationOutcome outcome = AccreditationOutcome.Accredit)
    {
        var application = AwaitingDecision();
        application.ProposeAccreditation(Accreditation(outcome), Priya, Now);
        return application;
    }

    /// <summary>One condition, due three months from now, where the outcome bears one.</summary>
    public static ProposeAccreditationDto Accreditation(
        AccreditationOutcome outcome, string due = "2027-03-14", string? until = null) => new()
        {
            Outcome = outcome,
            Reasons = "All stages were passed.",
            Conditions = outcome == AccreditationOutcome.AccreditWithConditions
                ? [new() { Text = "Fit window restrictors.", DueOn = Day(due) }]
                : [],
            ValidUntil = until is null ? null : Day(until),
            Version = 0,
        };

    /// <summary>Priya proposes and Gareth confirms; both have interviewed whoever is interviewed.</summary>
    public static void SettleEverybody(Application application)
    {
        foreach (var person in application.FitAndProperTest!.People)
        {
            Interviewed(application, person);
            application.RecordFitness(person.PersonId, AllClear(person), Priya, Now);
            application.ConfirmFitness(person.PersonId, Gareth, Now);
        }
    }

    /// <summary>Scored alike by both and agreed, where the person is interviewed.</summary>
    public static void Interviewed(Application application, PersonFitness person, int score = 4)
    {
        if (person.IsInterviewed)
        {
            application.ScoreInterview(person.PersonId, Scores(score), Priya, Now);
            application.ScoreInterview(person.PersonId, Scores(score), Gareth, Now);
            application.AgreeInterview(person.PersonId, Scores(score), Priya, Now);
        }
    }

    public static ScoreInterviewDto Scores(int each, InterviewQuestion? but = null, int other = 0) => new()
    {
        Marks =
        [
            .. Enum.GetValues<InterviewQuestion>()
                .Select(q => new InterviewMarkDto { Question = q, Score = q == but ? other : each }),
        ],
        Reasons = "Answered with examples from practice.",
        Version = 0,
    };

    public static RecordFitnessDto AllClear(PersonFitness person, FitnessOutcome? outcome = FitnessOutcome.Fit) => new()
    {
        Checks = [.. person.Checks.Select(c => Check(c.Kind))],
        Outcome = outcome,
        Reasons = "Checked.",
        Version = 0,
    };

    public static RecordFitnessCheckDto Check(FitnessCheckKind kind, CheckResult? result = CheckResult.Clear) => new()
    {
        Kind = kind,
        Result = result,
        Dbs = kind == FitnessCheckKind.EnhancedDbs ? Certificated() : null,
    };

    public static DbsCertificateDto Certificated(DateOnly? issuedOn = null, DateOnly? updateCheckedOn = null) => new()
    {
        Number = "001912345678",
        Level = DbsLevel.EnhancedWithBarredLists,
        IssuedOn = issuedOn ?? new DateOnly(2026, 10, 1),
        UpdateCheckedOn = updateCheckedOn,
    };

    public static List<RecordSaferRecruitmentItemDto> AllItems(ComplianceResult result) =>
        [.. SaferRecruitmentChecklist.Questions.Select(q => new RecordSaferRecruitmentItemDto { Id = q.Id, Result = result })];

    /// <summary>With actions where the outcome has them, one for each day.</summary>
    public static CloseSaferRecruitmentDto Closing(SaferRecruitmentOutcome outcome, params DateOnly[] due) => new()
    {
        Outcome = outcome,
        Reasons = "As recorded.",
        Actions = outcome == SaferRecruitmentOutcome.PassWithActions
            ? [.. due.Select(day => new SetRecruitmentActionDto { Text = "Renew the DBS checks.", DueOn = day })]
            : [],
        RecordRead = "At the provider’s office.",
        Version = 0,
    };

    public static VisitListItemDto Visit(
        VisitMode mode = VisitMode.InPerson, VisitState state = VisitState.Completed, bool? passed = true) =>
        new(Guid.NewGuid(), Home, "Quay House", "Eastmarsh", Provider, "Harbour Steps Housing CIC", Now, mode,
            VisitNotice.Announced, state, passed);

    public static QuestionnaireContext Context(Scheme scheme) => new(
        scheme.Lots,
        [
            new PremisesSummary(
                Home, Provider, "Quay House", "HA9", "Eastmarsh LBC", OfstedCategory.SelfContained, true, true, [],
                [new PlaceDto(Guid.NewGuid(), "Room 1", 9m, 1, true), new PlaceDto(Guid.NewGuid(), "Room 2", 9m, 1, true)],
                [], []),
        ],
        new HashSet<Guid> { Certificate },
        DateOnly.FromDateTime(Now));

    /// <summary>A complete questionnaire for the first two lots.</summary>
    public static QuestionnaireDto Answers(Scheme scheme, int managersMonths = 30) => new()
    {
        Organisation = new()
        {
            LegalName = "Harbour Steps Housing CIC",
            LegalForm = LegalForm.CommunityInterestCompany,
            CompanyNumber = "ZZ000001",
            RegisteredOffice = "1 Quay Street, Eastmarsh",
            ContactName = "Amara Bell",
            ContactEmail = "provider@example.org",
            ContactPhone = "020 7946 0101",
            SmallOrMedium = true,
            VoluntaryOrSocialEnterprise = true,
        },
        Ofsted = new()
        {
            Registered = true,
            Urn = "9000001",
            RegisteredOn = new DateOnly(2024, 3, 1),
            Categories = [OfstedCategory.SelfContained, OfstedCategory.SharedRingFenced],
        },
        People = new()
        {
            People =
            [
                new() { Name = "Amara Bell", Roles = [PersonRole.Director, PersonRole.NominatedIndividual], Email = "a@example.org" },
                new()
                {
                    Name = "Owen Finch",
                    Roles = [PersonRole.RegisteredServiceManager],
                    Email = "o@example.org",
                    RelevantWork =
                    [
                        new()
                        {
                            Employer = "Lantern Row Ltd", Post = "Key worker",
                            From = DateOnly.FromDateTime(Now).AddDays(1).AddMonths(-managersMonths),
                        },
                    ],
                },
            ],
        },
        ExclusionGrounds = new()
        {
            Answers = [.. Enum.GetValues<ExclusionGround>().Select(g => new ExclusionAnswerDto { Ground = g, Applies = false })],
        },
        Insurance = new()
        {
            Policies =
            [
                .. Enum.GetValues<InsuranceKind>().Select(k => new InsurancePolicyDto
                {
                    Kind = k, Status = InsuranceStatus.Held, Insurer = "Fenland Mutual", PolicyNumber = "FM-1",
                    LimitPounds = 5_000_000, ExpiresOn = DateOnly.FromDateTime(Now), DocumentId = Certificate,
                }),
            ],
        },
        Premises = new() { PremisesIds = [Home] },
        LotsAndAreas = new() { LotIds = [scheme.Lots[0].Id, scheme.Lots[1].Id], Areas = ["Eastmarsh LBC"] },
        RateCard = new()
        {
            Rates = [.. scheme.Lots.Take(2).Select(l => new LotRateDto
            {
                LotId = l.Id, AccommodationWeeklyPence = 42_000, CoreHourPence = 2_800, AdditionalHourPence = 2_450,
                WakingNightPence = 18_000, SleepInPence = 6_000, SetUpPence = 25_000,
            })],
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

    private static Application WithManager(int months)
    {
        var scheme = Scheme();
        var application = Draft(scheme);
        application.Save(Answers(scheme, months), Now);
        application.Submit([], scheme, Now);
        application.StartEvaluation(Priya);
        application.ProposeMembership(
            MembershipOutcome.Admit, application.Answers.LotsAndAreas!.LotIds, [], "Met.", Priya, Now);
        application.ConfirmMembership(Gareth, Now);
        return application;
    }
}
