using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Applications;

/// <summary>One line of a checklist of records or of a file; a critical one alone keeps its stage from passing.</summary>
internal sealed record ComplianceLine(string Id, string Question, bool Critical);

/// <summary>How the answers to a checklist are taken, counted and shown, whichever checklist it is.</summary>
internal static class Compliance
{
    /// <summary>What is sent replaces what stood.</summary>
    /// <exception cref="InvalidInputException">The checklist has no such line.</exception>
    public static IReadOnlyList<SaferRecruitmentAnswer> Merge(
        IReadOnlyList<ComplianceLine> lines, IReadOnlyList<SaferRecruitmentAnswer> stood,
        IReadOnlyList<RecordSaferRecruitmentItemDto> sent)
    {
        var answers = stood.ToDictionary(a => a.Id);
        for (var i = 0; i < sent.Count; i++)
        {
            if (lines.All(l => l.Id != sent[i].Id))
            {
                throw new InvalidInputException($"items[{i}].id", "The checklist has no such line.");
            }

            answers[sent[i].Id] = new SaferRecruitmentAnswer(sent[i].Id, sent[i].Result, sent[i].Note);
        }

        return [.. answers.Values];
    }

    public static int Unanswered(IReadOnlyList<ComplianceLine> lines, IReadOnlyList<SaferRecruitmentAnswer> answers) =>
        lines.Count(l => answers.All(a => a.Id != l.Id || a.Result is null));

    /// <summary>Compliant or not, rather than without bearing on the provider.</summary>
    public static bool Applies(SaferRecruitmentAnswer answer) =>
        answer.Result is ComplianceResult.Compliant or ComplianceResult.NotCompliant;

    /// <summary>
    /// Compliant ones of those that apply, in per cent. Rounded down, so that what reads 90 has reached 90; nought while
    /// nothing applies.
    /// </summary>
    public static int Percent(IReadOnlyList<SaferRecruitmentAnswer> answers)
    {
        var applicable = answers.Count(Applies);
        return applicable == 0 ? 0 : answers.Count(a => a.Result == ComplianceResult.Compliant) * 100 / applicable;
    }

    public static IEnumerable<string> CriticalFindings(
        IReadOnlyList<ComplianceLine> lines, IReadOnlyList<SaferRecruitmentAnswer> answers) =>
        lines.Where(l => l.Critical && answers.Any(a => a.Id == l.Id && a.Result == ComplianceResult.NotCompliant))
            .Select(l => l.Question);

    public static IReadOnlyList<SaferRecruitmentItemDto> ToDto(
        IReadOnlyList<ComplianceLine> lines, IReadOnlyList<SaferRecruitmentAnswer> answers) =>
    [
        .. lines.Select(l => (Line: l, Answer: answers.FirstOrDefault(a => a.Id == l.Id)))
            .Select(l => new SaferRecruitmentItemDto(
                l.Line.Id, l.Line.Question, l.Line.Critical, l.Answer?.Result, l.Answer?.Note)),
    ];
}
