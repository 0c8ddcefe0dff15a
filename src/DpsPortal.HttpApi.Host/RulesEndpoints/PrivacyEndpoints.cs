using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Domain;
using DpsPortal.Framework.Http;
using DpsPortal.Rules.Calendar;
using DpsPortal.Rules.Privacy;

namespace DpsPortal.HttpApi.Host.RulesEndpoints;

/// <summary>The text is looked at and forgotten: it reaches neither a table nor a log.</summary>
internal static class PrivacyEndpoints
{
    public static void MapPrivacy(this IEndpointRouteBuilder routes) =>
        routes.MapPost(
                "/api/privacy/check", (PrivacyCheckRequest request, TimeProvider clock) => Check(request.Text, clock))
            .WithName("Privacy.Check").WithTags("Rules").RequireSignIn();

    /// <exception cref="InvalidInputException">No text, or one that is too long.</exception>
    private static PrivacyCheckAnswer Check(string? text, TimeProvider clock) => text switch
    {
        null => throw new InvalidInputException("text", "Give the text."),
        { Length: > PrivacyCheck.Longest } => throw new InvalidInputException(
            "text", $"Give at most {PrivacyCheck.Longest} characters."),
        _ => PrivacyCheckAnswer.Of(PrivacyCheck.Read(text, LondonTime.DateOf(clock.GetUtcNow()))),
    };
}

internal sealed record PrivacyCheckRequest
{
    [StringLength(PrivacyCheck.Longest)]
    public required string Text { get; init; }
}

/// <param name="Blocked">Whether there are findings; warnings do not block.</param>
internal sealed record PrivacyCheckAnswer(
    bool Blocked, IReadOnlyList<PrivacyFinding> Findings, IReadOnlyList<PrivacyFinding> Warnings)
{
    public static PrivacyCheckAnswer Of(PrivacyReading reading) => new(
        reading.Findings.Count > 0,
        [.. reading.Findings.Select(PrivacyFinding.Of)],
        [.. reading.Warnings.Select(PrivacyFinding.Of)]);
}

/// <param name="Start">In UTF-16 code units, as the length.</param>
internal sealed record PrivacyFinding(IdentifierKind Kind, int Start, int Length)
{
    public static PrivacyFinding Of(Finding finding) => new(finding.Kind, finding.Start, finding.Length);
}
