using System.Globalization;
using DpsPortal.Property.Integration;
using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Property.Premises;

/// <summary>The papers of a home, now or at some time, and those that it cannot do without (domain fact 24).</summary>
/// <param name="HasGas">A home without gas needs no gas safety record.</param>
internal sealed record Papers(bool HasGas, bool IsLicensable, IReadOnlyList<Certificate> Certificates)
{
    /// <summary>A shared home for so many needs a licence. Source: Housing Act 2004, s. 55; SI 2018/221.</summary>
    public const int LicensableFromOccupants = 5;

    public static bool AreLicensable(OfstedCategory category, int occupants) =>
        category is OfstedCategory.SharedRingFenced or OfstedCategory.SharedNotRingFenced
        && occupants >= LicensableFromOccupants;

    /// <summary>Of each kind the one that lasts longest.</summary>
    public IEnumerable<Certificate> Lasting() =>
        Certificates.GroupBy(c => c.Kind).Select(kind => kind.MaxBy(c => c.ExpiresOn)!);

    /// <summary>Kinds that the home cannot do without.</summary>
    public IReadOnlyList<CertificateKind> Critical() => [.. Enum.GetValues<CertificateKind>().Where(kind => kind switch
    {
        CertificateKind.GasSafety => HasGas,
        CertificateKind.HmoLicence => IsLicensable,
        _ => true,
    })];

    /// <summary>Critical kinds of which there is none, in date or not.</summary>
    public IReadOnlyList<CertificateKind> Missing() =>
        [.. Critical().Where(kind => Certificates.All(c => c.Kind != kind))];

    /// <summary>Why nobody new may move in on this London date; what is missing is told in one sentence.</summary>
    public IReadOnlyList<string> Reasons(DateOnly londonDate)
    {
        var missing = Missing();
        return
        [
            .. missing.Count == 0 ? [] : new[] { $"There is {Together([.. missing.Select(k => $"no {k.Words()}")])}." },
            .. RanOut(londonDate).Select(InWords),
        ];
    }

    /// <summary>The same with a sentence for each kind.</summary>
    public IReadOnlyList<PaperFailure> Failures(DateOnly londonDate) =>
    [
        .. Missing().Select(kind => new PaperFailure(kind, $"There is no {kind.Words()}.")),
        .. RanOut(londonDate).Select(c => new PaperFailure(c.Kind, InWords(c))),
    ];

    private IEnumerable<Certificate> RanOut(DateOnly londonDate)
    {
        var critical = Critical();
        return Lasting().Where(c => critical.Contains(c.Kind) && !c.CountsOn(londonDate)).OrderBy(c => c.Kind);
    }

    private static string InWords(Certificate certificate) => string.Create(
        CultureInfo.GetCultureInfo("en-GB"),
        $"The {certificate.Kind.Words()} ran out on {certificate.ExpiresOn:d MMMM yyyy}.");

    private static string Together(IReadOnlyList<string> words) => words.Count < 2
        ? string.Concat(words)
        : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}";
}
