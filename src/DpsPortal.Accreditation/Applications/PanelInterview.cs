using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Applications;

/// <summary>
/// An interview scored by two officers or more, each alone; then they agree. Source: domain §2.3.
/// </summary>
/// <param name="Given">One by each officer, never changed. Others read it once they have given their own.</param>
internal sealed record PanelInterview(IReadOnlyList<PanelScore> Given, AgreedScore? Agreed = null)
{
    public const int LeastPanel = 2;

    /// <summary>Of 5, in each question. Source: domain §2.3.</summary>
    public const int PassMark = 3;

    public static readonly PanelInterview None = new([]);

    private static readonly InterviewQuestion[] Questions = Enum.GetValues<InterviewQuestion>();

    public bool HasScored(Guid officerId) => Given.Any(s => s.By.Id == officerId);

    /// <exception cref="BusinessException">The officer has scored before, or the panel has agreed.</exception>
    /// <exception cref="InvalidInputException">Not each question once.</exception>
    public PanelInterview Score(ScoreInterviewDto input, Officer officer, DateTime now)
    {
        if (Agreed is not null)
        {
            throw new BusinessException(AccreditationErrorCodes.InterviewAgreed);
        }

        if (HasScored(officer.Id))
        {
            throw new BusinessException(AccreditationErrorCodes.InterviewScored);
        }

        Check(input);
        return this with { Given = [.. Given, new PanelScore(officer, now, input.Marks, input.Reasons.Trim())] };
    }

    /// <exception cref="BusinessException">Fewer than two have scored, or the officer has not.</exception>
    /// <exception cref="InvalidInputException">A score above or below all that were given.</exception>
    public PanelInterview Agree(ScoreInterviewDto input, Officer officer, DateTime now)
    {
        if (Given.Count < LeastPanel)
        {
            throw new BusinessException(AccreditationErrorCodes.PanelTooSmall).WithData("given", Given.Count);
        }

        if (!HasScored(officer.Id))
        {
            throw new BusinessException(AccreditationErrorCodes.NotOnPanel);
        }

        Check(input);
        for (var i = 0; i < input.Marks.Count; i++)
        {
            var given = Given.Select(s => s.Marks.Single(m => m.Question == input.Marks[i].Question).Score).ToList();
            if (input.Marks[i].Score < given.Min() || input.Marks[i].Score > given.Max())
            {
                throw new InvalidInputException(
                    $"marks[{i}].score",
                    given.Min() == given.Max()
                        ? $"All gave {given.Min()}, so that is what they agree on."
                        : $"Agree on a score from {given.Min()} to {given.Max()}, between those given.");
            }
        }

        return this with { Agreed = new AgreedScore(officer, now, input.Marks, input.Reasons.Trim()) };
    }

    /// <summary>A late conflict voids the scores, and what was agreed on them.</summary>
    public PanelInterview Without(Guid officerId) =>
        HasScored(officerId) ? new PanelInterview([.. Given.Where(s => s.By.Id != officerId)]) : this;

    /// <summary>The check that follows from what was agreed.</summary>
    public FitnessCheckDto ToCheck(DateOnly? on) => Agreed is null
        ? new FitnessCheckDto(FitnessCheckKind.Interview, null, null, null, null)
        : new FitnessCheckDto(
            FitnessCheckKind.Interview, Agreed.Passed ? CheckResult.Clear : CheckResult.Failed, on,
            string.Join(", ", Given.Select(s => s.By.Name)),
            $"Lowest of six questions: {Agreed.Marks.Min(m => m.Score)}");

    private static void Check(ScoreInterviewDto input)
    {
        if (!input.Marks.Select(m => m.Question).Order().SequenceEqual(Questions))
        {
            throw new InvalidInputException("marks", "Score each of the six questions once.");
        }

        if (string.IsNullOrWhiteSpace(input.Reasons))
        {
            throw new InvalidInputException("reasons", "Say why.");
        }
    }
}

/// <param name="At">UTC.</param>
internal sealed record PanelScore(Officer By, DateTime At, IReadOnlyList<InterviewMarkDto> Marks, string Reasons);

/// <param name="At">UTC.</param>
internal sealed record AgreedScore(Officer By, DateTime At, IReadOnlyList<InterviewMarkDto> Marks, string Reasons)
{
    public bool Passed => Marks.All(m => m.Score >= PanelInterview.PassMark);
}
