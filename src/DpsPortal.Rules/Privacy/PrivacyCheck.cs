namespace DpsPortal.Rules.Privacy;

/// <summary>
/// Finds what tells who a young person is. It knows nothing about the child, and its time grows with the length of the
/// text alone: whoever may write may write anything.
/// </summary>
public static class PrivacyCheck
{
    /// <summary>Characters of one text.</summary>
    public const int Longest = 20_000;

    /// <summary>The surest first: of findings that overlap the first one stands.</summary>
    private static readonly Func<PlainText, DateOnly, IEnumerable<Finding>>[] Structured =
    [
        (text, _) => OnlineNames.Emails(text),
        (text, _) => PersonNumbers.Upns(text),
        (text, _) => CourtCaseNumbers.In(text),
        (text, _) => PersonNumbers.NationalInsuranceNumbers(text),
        (text, _) => PersonNumbers.NamedNationalInsuranceNumbers(text),
        (text, _) => HomeOfficeReferences.In(text),
        (text, _) => NhsNumbers.In(text),
        (text, _) => NhsNumbers.Spoken(text),
        (text, _) => PhoneNumbers.In(text),
        (text, _) => PhoneNumbers.Spoken(text),
        (text, _) => CaseReferences.In(text),
        BirthDates.In,
        (text, _) => BirthDates.Disguised(text),
        (text, _) => Postcodes.In(text),
        (text, _) => Addresses.In(text),
        (text, _) => NamedStreets.In(text),
        (text, _) => OnlineNames.Handles(text),
        (text, _) => OnlineNames.Called(text),
        (text, _) => VehicleRegistrations.Sure(text),
        (text, _) => VehicleRegistrations.In(text),
    ];

    /// <summary>
    /// What has a shape of its own; no names of people and of schools. Officers write the names of staff into reasons.
    /// </summary>
    /// <param name="today">The London date: from it a date is the birth of somebody young or is not.</param>
    /// <returns>In the order of the text, none overlapping another.</returns>
    public static IReadOnlyList<Finding> Find(string text, DateOnly today) =>
        InOrder(Look(new PlainText(text), text.Length, today).Findings);

    /// <summary>All that may not be published, names included, and what is worth a look.</summary>
    /// <param name="today">The London date.</param>
    public static PrivacyReading Read(string text, DateOnly today)
    {
        var plain = new PlainText(text);
        var (findings, taken) = Look(plain, text.Length, today);
        foreach (var school in SchoolNames.In(plain))
        {
            Take(school, findings, taken);
        }

        var warnings = new List<Finding>();
        foreach (var (start, end, isSure) in PersonNames.In(plain, plain.Shadow(taken)))
        {
            Take(plain.Finding(IdentifierKind.PersonName, start, end - start), isSure ? findings : warnings, taken);
        }

        foreach (var fact in Worth.ALook(plain, today))
        {
            Take(fact, warnings, taken);
        }

        return new PrivacyReading(InOrder(findings), InOrder(warnings));
    }

    private static (List<Finding> Findings, bool[] Taken) Look(PlainText plain, int length, DateOnly today)
    {
        var taken = new bool[length];
        var findings = new List<Finding>();
        foreach (var found in Structured.SelectMany(find => find(plain, today)))
        {
            Take(found, findings, taken);
        }

        return (findings, taken);
    }

    private static void Take(Finding found, List<Finding> findings, bool[] taken)
    {
        var letters = taken.AsSpan(found.Start, found.Length);
        if (!letters.Contains(true))
        {
            letters.Fill(true);
            findings.Add(found);
        }
    }

    private static List<Finding> InOrder(List<Finding> findings) => [.. findings.OrderBy(f => f.Start)];
}
