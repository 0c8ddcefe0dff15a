using System.Globalization;

namespace DpsPortal.Accreditation.OfstedRecords;

/// <summary>A provider as we hold it, to be compared with a register.</summary>
/// <param name="Status">The latest recorded; null when none was.</param>
internal sealed record OurProvider(Guid ProviderId, string Name, string Urn, OfstedStatus? Status);

/// <summary>Where a register differs from what we hold. It changes nothing: an officer settles each difference.</summary>
internal static class RegisterComparison
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    private static readonly string[] LegalForms = ["LIMITED", "LTD", "CIC", "LLP", "PLC", "THE"];

    public static IEnumerable<RegisterDifferenceDto> Of(OurProvider ours, RegisterRow? theirs)
    {
        RegisterDifferenceDto Found(OfstedDifferenceKind kind, string we, string they) =>
            new(ours.Name, ours.Urn, kind, we, they);

        if (theirs is null)
        {
            yield return Found(OfstedDifferenceKind.NotInRegister, $"URN {ours.Urn}", "Not in the register");
            yield break;
        }

        if (theirs.Name is { Length: > 0 } name && Plain(name) != Plain(ours.Name))
        {
            yield return Found(OfstedDifferenceKind.Name, ours.Name, name);
        }

        // A provider whose status nobody has recorded yet is held as registered: it said so in its application.
        var held = ours.Status?.Registration ?? OfstedRegistration.Registered;
        if (theirs.Registration is { } registration && registration != held)
        {
            yield return Found(OfstedDifferenceKind.Registration, Words(held), Words(registration));
        }

        if (theirs.Outcome is { } outcome
            && (outcome != ours.Status?.Outcome || (theirs.OutcomeOn is { } on && on != ours.Status?.OutcomeOn)))
        {
            yield return Found(
                OfstedDifferenceKind.Outcome,
                ours.Status?.Outcome is { } recorded ? Words(recorded, ours.Status.OutcomeOn) : "None recorded",
                Words(outcome, theirs.OutcomeOn));
        }
    }

    /// <summary>Names differ in more than case, signs and legal form.</summary>
    private static string Plain(string name) => string.Concat(
        new string([.. name.ToUpperInvariant().Where(c => char.IsLetterOrDigit(c) || c == ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !LegalForms.Contains(word)));

    private static string Words(OfstedRegistration registration) => registration switch
    {
        OfstedRegistration.NotRegistered => "Not registered",
        _ => registration.ToString(),
    };

    private static string Words(OfstedOutcome outcome, DateOnly? on)
    {
        var words = outcome switch
        {
            OfstedOutcome.ConsistentlyStrong => "Consistently strong",
            OfstedOutcome.Inconsistent => "Inconsistent",
            _ => "Serious or widespread weaknesses",
        };
        return on is { } day ? $"{words}, {day.ToString("d MMMM yyyy", British)}" : words;
    }
}
