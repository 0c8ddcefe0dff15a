using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Accreditation.Applications;

public sealed class QuestionnaireTests
{
    private readonly Scheme _scheme = An.Scheme();

    [Fact]
    public void A_complete_questionnaire_misses_nothing()
    {
        Questionnaire.Missing(An.Answers(_scheme), An.Context(_scheme)).ShouldBeEmpty();
        Questionnaire.StatusOf(An.Answers(_scheme), An.Context(_scheme))
            .ShouldAllBe(s => s.Status == SectionStatus.Completed && s.Missing.Count == 0);
    }

    [Fact]
    public void An_empty_questionnaire_names_every_section()
    {
        var gaps = Questionnaire.Missing(new QuestionnaireDto(), An.Context(_scheme));

        gaps.Select(g => g.Section).ShouldBe(Enum.GetValues<ApplicationSection>());
        Questionnaire.StatusOf(new QuestionnaireDto(), An.Context(_scheme))
            .ShouldAllBe(s => s.Status == SectionStatus.NotStarted);
    }

    [Fact]
    public void Submission_refuses_gaps_at_their_fields_and_starts_no_clock()
    {
        var application = An.Draft(_scheme);
        application.Save(An.Answers(_scheme) with { Declaration = null }, An.Now);

        var refusal = Should.Throw<InvalidInputException>(() => application.Submit(
            Questionnaire.Missing(application.Answers, An.Context(_scheme)), _scheme, An.Now));

        refusal.Errors.Select(e => e.Field).ShouldBe(["answers.declaration"]);
        application.Membership.ShouldBe(MembershipState.Draft);
        application.DueOn.ShouldBeNull();
    }

    [Theory]
    [InlineData(4_999_999, false)]
    [InlineData(5_000_000, true)]
    [InlineData(5_000_001, true)]
    public void Employers_liability_is_5_million_pounds_at_least(int limit, bool enough) =>
        Gaps(Policy(p => p with { LimitPounds = limit }))
            .ShouldBe(enough ? [] : ["answers.insurance.policies[0].limitPounds"]);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void Insurance_counts_through_its_last_day(int days, bool counts) =>
        Gaps(Policy(p => p with { ExpiresOn = DateOnly.FromDateTime(An.Now).AddDays(days) }))
            .ShouldBe(counts ? [] : ["answers.insurance.policies[0].expiresOn"]);

    [Fact]
    public void Held_insurance_needs_its_own_certificate()
    {
        Gaps(Policy(p => p with { DocumentId = null })).ShouldBe(["answers.insurance.policies[0].documentId"]);
        Gaps(Policy(p => p with { DocumentId = Guid.NewGuid() })).ShouldBe(["answers.insurance.policies[0].documentId"]);
    }

    [Fact]
    public void Insurance_committed_before_award_needs_its_limit_only() =>
        Gaps(Policy(p => new InsurancePolicyDto
        {
            Kind = p.Kind,
            Status = InsuranceStatus.CommittedBeforeAward,
            LimitPounds = 5_000_000,
        })).ShouldBeEmpty();

    [Fact]
    public void Every_kind_of_insurance_and_every_exclusion_ground_is_answered()
    {
        var answers = An.Answers(_scheme);

        Gaps(answers with { Insurance = new() { Policies = [.. answers.Insurance!.Policies.Skip(1)] } })
            .ShouldBe(["answers.insurance.policies"]);
        Gaps(answers with { ExclusionGrounds = new() { Answers = [.. answers.ExclusionGrounds!.Answers.Skip(1)] } })
            .ShouldBe(["answers.exclusionGrounds.answers"]);
    }

    [Fact]
    public void An_exclusion_ground_that_applies_needs_what_was_done_about_it()
    {
        var answers = An.Answers(_scheme);
        var grounds = answers.ExclusionGrounds!.Answers.Select((a, i) => a with { Applies = i == 2 }).ToList();

        Gaps(answers with { ExclusionGrounds = new() { Answers = grounds } })
            .ShouldBe(["answers.exclusionGrounds.answers[2].selfCleaning"]);
    }

    [Fact]
    public void A_lot_for_16_and_17_year_olds_needs_Ofsted_registration_and_an_18_plus_lot_does_not()
    {
        var unregistered = An.Answers(_scheme) with
        {
            Ofsted = new() { Registered = false, Categories = [] },
        };
        var adults = unregistered with
        {
            LotsAndAreas = unregistered.LotsAndAreas! with { LotIds = [_scheme.Lots[2].Id] },
            RateCard = new() { Rates = [unregistered.RateCard!.Rates[0] with { LotId = _scheme.Lots[2].Id }] },
        };

        Gaps(unregistered).ShouldBe(["answers.ofsted.registered"]);
        Gaps(adults).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("900001")]
    [InlineData("90000011")]
    [InlineData("SC00001")]
    [InlineData(null)]
    public void An_Ofsted_URN_has_seven_digits(string? urn) =>
        Gaps(An.Answers(_scheme) with
        {
            Ofsted = new()
            {
                Registered = true,
                Urn = urn,
                RegisteredOn = new DateOnly(2024, 1, 1),
                Categories = [OfstedCategory.SelfContained],
            },
        }).ShouldBe(["answers.ofsted.urn"]);

    [Fact]
    public void A_nominated_individual_and_a_manager_with_relevant_work_are_named()
    {
        var people = An.Answers(_scheme).People!.People;

        Gaps(An.Answers(_scheme) with { People = new() { People = [people[0]] } }).ShouldBe(["answers.people.people"]);
        Gaps(An.Answers(_scheme) with { People = new() { People = [people[0], people[1] with { RelevantWork = [] }] } })
            .ShouldBe(["answers.people.people[1].relevantWork"]);
    }

    [Fact]
    public void What_is_needed_of_a_person_names_the_person()
    {
        var people = An.Answers(_scheme).People!.People;
        PeopleSectionDto Without(string name) =>
            new() { People = [people[0], people[1] with { Name = name, RelevantWork = [] }] };

        Messages(An.Answers(_scheme) with { People = Without("Priya Shah") })
            .ShouldBe(["Enter the relevant work of Priya Shah in the last five years."]);
        Messages(An.Answers(_scheme) with { People = Without(" ") })
            .ShouldContain("Enter the manager’s relevant work in the last five years.");
    }

    [Fact]
    public void Another_providers_home_and_another_schemes_lot_are_refused()
    {
        Gaps(An.Answers(_scheme) with { Premises = new() { PremisesIds = [An.Home, Guid.NewGuid()] } })
            .ShouldBe(["answers.premises.premisesIds[1]"]);
        Gaps(An.Answers(_scheme) with
        {
            LotsAndAreas = new() { LotIds = [_scheme.Lots[0].Id, _scheme.Lots[1].Id, Guid.NewGuid()], Areas = ["A"] },
        }).ShouldContain("answers.lotsAndAreas.lotIds[2]");
    }

    [Fact]
    public void Every_chosen_lot_has_its_rates() =>
        Gaps(An.Answers(_scheme) with
        {
            RateCard = new() { Rates = [An.Answers(_scheme).RateCard!.Rates[0]] },
        }).ShouldBe(["answers.rateCard.rates"]);

    [Fact]
    public void Every_gap_says_what_to_do() =>
        Questionnaire.Missing(new QuestionnaireDto(), An.Context(_scheme)).ShouldAllBe(g => g.Message.EndsWith('.'));

    private List<string> Gaps(QuestionnaireDto answers) =>
        [.. Questionnaire.Missing(answers, An.Context(_scheme)).Select(g => g.Field)];

    private List<string> Messages(QuestionnaireDto answers) =>
        [.. Questionnaire.Missing(answers, An.Context(_scheme)).Select(g => g.Message)];

    private QuestionnaireDto Policy(Func<InsurancePolicyDto, InsurancePolicyDto> change)
    {
        var answers = An.Answers(_scheme);
        return answers with
        {
            Insurance = new()
            {
                Policies = [.. answers.Insurance!.Policies.Select((p, i) => i == 0 ? change(p) : p)],
            },
        };
    }
}
