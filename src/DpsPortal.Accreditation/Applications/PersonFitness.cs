using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;
using DpsPortal.Rules.Standards;

namespace DpsPortal.Accreditation.Applications;

/// <summary>What was found about one person of the application, and what came of it.</summary>
/// <param name="Experience">Relevant work, counted on the day the checks were last recorded.</param>
internal sealed record PersonFitness(
    Guid PersonId, string Name, IReadOnlyList<PersonRole> Roles, IReadOnlyList<FitnessCheckDto> Checks,
    RelevantExperience? Experience = null)
{
    public PanelInterview Interview { get; init; } = PanelInterview.None;

    public FitnessOutcome? Outcome { get; init; }

    public string? Reasons { get; init; }

    public Officer? ProposedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? ProposedAt { get; init; }

    public Officer? ConfirmedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? ConfirmedAt { get; init; }

    public ReopenCause? ReopenedBecause { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? ReopenedAt { get; init; }

    /// <summary>Found fit, with or without conditions, by two officers.</summary>
    public bool IsSettled => Ground is null;

    public bool IsInterviewed => Checks.Any(c => c.Kind == FitnessCheckKind.Interview);

    /// <summary>What keeps the provider from passing; null when nothing does.</summary>
    public TestGround? Ground => (Outcome, ConfirmedAt) switch
    {
        (null, _) => TestGround.NoOutcome,
        (_, null) => TestGround.WaitsForSecondOfficer,
        (FitnessOutcome.NotFit, _) => TestGround.NotFit,
        (FitnessOutcome.MoreInformation, _) => TestGround.MoreInformation,
        _ => null,
    };

    /// <summary>The person with every check still to be made, but the one the portal makes itself.</summary>
    /// <param name="today">A London date.</param>
    public static PersonFitness Of(PersonDto person, DateOnly today)
    {
        var experience = FitnessChecks.ExperienceOf(person, today);
        return new PersonFitness(
            person.Id ?? throw new InvalidOperationException("A saved person has an id."),
            person.Name,
            person.Roles,
            [
                .. FitnessChecks.Of(person.Roles).Select(kind => kind == FitnessCheckKind.RelevantExperience
                    ? FitnessChecks.ToCheck(experience!, today)
                    : new FitnessCheckDto(kind, null, null, null, null)),
            ],
            experience);
    }

    /// <summary>Checks as they stand now, the relevant work counted anew; an outcome is proposed, or there is none.</summary>
    /// <exception cref="InvalidInputException">A check that cannot be, or an outcome without reasons.</exception>
    /// <exception cref="BusinessException">The checks do not bear the outcome.</exception>
    public PersonFitness Record(PersonDto? named, RecordFitnessDto input, Officer officer, DateTime now)
    {
        var today = LondonTime.DateOf(now);
        var counted = named is null ? this : Counted(named, today);
        var recorded = counted with
        {
            Checks = FitnessCheckInput.Merge(counted.Checks, input.Checks, officer, today),
            Outcome = input.Outcome,
            Reasons = input.Outcome is null ? null : input.Reasons,
            ProposedBy = input.Outcome is null ? null : officer,
            ProposedAt = input.Outcome is null ? null : now,
            ConfirmedBy = null,
            ConfirmedAt = null,
        };
        if (input.Outcome is { } outcome && outcome != FitnessOutcome.Fit && string.IsNullOrWhiteSpace(input.Reasons))
        {
            throw new InvalidInputException("reasons", "Say why.");
        }

        recorded.RefuseUnborne(today);
        return recorded;
    }

    /// <exception cref="BusinessException">The officer proposed it, or the checks bear it no more.</exception>
    public PersonFitness Confirm(Officer officer, DateTime now)
    {
        RefuseUnlessProposed(officer);
        RefuseUnborne(LondonTime.DateOf(now));
        return this with { ConfirmedBy = officer, ConfirmedAt = now };
    }

    /// <exception cref="BusinessException">The officer proposed it.</exception>
    public PersonFitness SendBack(Officer officer)
    {
        RefuseUnlessProposed(officer);
        return WithoutOutcome();
    }

    public PersonFitness Score(ScoreInterviewDto input, Officer officer, DateTime now)
    {
        RefuseUninterviewed();
        return this with { Interview = Interview.Score(input, officer, now) };
    }

    /// <summary>An outcome proposed before the panel agreed does not stand.</summary>
    public PersonFitness Agree(ScoreInterviewDto input, Officer officer, DateTime now)
    {
        RefuseUninterviewed();
        return WithInterview(Interview.Agree(input, officer, now), LondonTime.DateOf(now));
    }

    /// <summary>As if the officer had never scored; a settled outcome stays.</summary>
    public PersonFitness WithoutScoresOf(Guid officerId) => IsSettled || !Interview.HasScored(officerId)
        ? this
        : WithInterview(Interview.Without(officerId), null);

    /// <summary>The same person, or what a change in the application makes of their test.</summary>
    /// <param name="before">As the application named the person so far; null for nobody.</param>
    public PersonFitness Follow(PersonDto? before, PersonDto person, DateTime now)
    {
        var today = LondonTime.DateOf(now);
        if (person.Name != Name || !SameWork(before, person))
        {
            return Of(person, today) with { ReopenedBecause = ReopenCause.OtherDetails, ReopenedAt = now };
        }

        if (person.Roles.ToHashSet().SetEquals(Roles))
        {
            return this;
        }

        var made = Checks.ToDictionary(c => c.Kind);
        var fresh = Of(person, today);
        return fresh with
        {
            Checks = [.. fresh.Checks.Select(c => made.GetValueOrDefault(c.Kind) ?? c)],
            Interview = Interview,
            ReopenedBecause = ReopenCause.OtherRoles,
            ReopenedAt = now,
        };
    }

    private PersonFitness Counted(PersonDto named, DateOnly today) =>
        FitnessChecks.ExperienceOf(named, today) is not { } experience
            ? this
            : this with
            {
                Experience = experience,
                Checks =
                [
                    .. Checks.Select(c => c.Kind == FitnessCheckKind.RelevantExperience
                        ? FitnessChecks.ToCheck(experience, today)
                        : c),
                ],
            };

    private PersonFitness WithInterview(PanelInterview interview, DateOnly? on) => WithoutOutcome() with
    {
        Interview = interview,
        Checks = [.. Checks.Select(c => c.Kind == FitnessCheckKind.Interview ? interview.ToCheck(on) : c)],
    };

    private PersonFitness WithoutOutcome() => this with
    {
        Outcome = null,
        Reasons = null,
        ProposedBy = null,
        ProposedAt = null,
        ConfirmedBy = null,
        ConfirmedAt = null,
    };

    private void RefuseUnborne(DateOnly today)
    {
        var derived = FitnessRule.Of(Checks, today);
        if (Outcome is { } outcome && !FitnessRule.Bears(derived.Outcome, outcome))
        {
            throw new BusinessException(derived.Outcome == FitnessOutcome.FitWithConditions
                    ? AccreditationErrorCodes.CheckOfConcern
                    : AccreditationErrorCodes.CheckOutstanding)
                .WithData("subject", Name)
                .WithData("checks", string.Join(", ", derived.Because.Select(g => FitnessWords.Of(g.Kind))));
        }
    }

    private void RefuseUnlessProposed(Officer officer)
    {
        if (Outcome is null || ConfirmedAt is not null)
        {
            throw new BusinessException(AccreditationErrorCodes.NothingProposed).WithData("subject", Name);
        }

        if (ProposedBy!.Id == officer.Id)
        {
            throw new BusinessException(AccreditationErrorCodes.OwnProposal);
        }
    }

    private void RefuseUninterviewed()
    {
        if (!IsInterviewed)
        {
            throw new InvalidInputException("marks", "A person in this role is not interviewed.");
        }
    }

    private static bool SameWork(PersonDto? before, PersonDto after) => before is not null
        && (!after.Roles.Contains(PersonRole.RegisteredServiceManager)
            || before.RelevantWork.SequenceEqual(after.RelevantWork));
}
