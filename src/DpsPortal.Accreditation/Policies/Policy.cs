using System.Globalization;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Standards;

namespace DpsPortal.Accreditation.Policies;

/// <summary>A policy that a provider has in writing: who answers for it, and when it is read again.</summary>
internal sealed class Policy : AggregateRoot
{
    private const int EarliestYear = 1990;

    private const int LatestYear = 2100;

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <param name="today">A London date.</param>
    public Policy(Guid id, Guid providerId, PolicyKind kind, SavePolicyDto input, DateOnly today) : base(id)
    {
        (ProviderId, Kind) = (providerId, kind);
        Check(input, today);
        Set(input);
        Record("List", after: InWords());
    }

    private Policy()
    {
    }

    public Guid ProviderId { get; private set; }

    public PolicyKind Kind { get; private set; }

    public string Owner { get; private set; } = "";

    public DateOnly VersionOn { get; private set; }

    /// <summary>The last day on which the review is in time, London.</summary>
    public DateOnly ReviewOn { get; private set; }

    public Guid? DocumentId { get; private set; }

    public void Change(SavePolicyDto input, DateOnly today)
    {
        Check(input, today);
        var before = InWords();
        Set(input);
        Record("Change", before, InWords());
    }

    /// <exception cref="InvalidInputException">A day that cannot be, at its field.</exception>
    private void Check(SavePolicyDto input, DateOnly today)
    {
        var errors = Errors(input, today).Select(e => new FieldError(e.Field, e.Message)).ToList();
        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }
    }

    /// <summary>A review that is overdue is taken as it is: the list then says so.</summary>
    private IEnumerable<(string Field, string Message)> Errors(SavePolicyDto input, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(input.Owner))
        {
            yield return ("owner", "Enter who answers for the policy.");
        }

        if (input.VersionOn > today)
        {
            yield return ("versionOn", "The version in use cannot be dated in the future.");
        }
        else if (input.VersionOn.Year < EarliestYear)
        {
            yield return ("versionOn", $"Enter a date from {EarliestYear} on.");
        }

        if (input.ReviewOn <= input.VersionOn)
        {
            yield return ("reviewOn", "The next review comes after the version in use.");
        }
        else if (input.ReviewOn.Year > LatestYear)
        {
            yield return ("reviewOn", $"Enter a date up to {LatestYear}.");
        }
        else if (PolicyKinds.LatestReviewOf(Kind, today) is { } latest && input.ReviewOn > latest)
        {
            yield return (
                "reviewOn",
                $"This policy is reviewed every {PolicyKinds.SafeguardingReviewMonths} months. Enter a day up to "
                + $"{latest.ToString("d MMMM yyyy", British)}.");
        }
    }

    private void Set(SavePolicyDto input) => (Owner, VersionOn, ReviewOn, DocumentId) =
        (input.Owner.Trim(), input.VersionOn, input.ReviewOn, input.DocumentId);

    private string InWords() => string.Create(
        CultureInfo.InvariantCulture, $"{Kind}: version of {VersionOn:yyyy-MM-dd}, review on {ReviewOn:yyyy-MM-dd}");
}
