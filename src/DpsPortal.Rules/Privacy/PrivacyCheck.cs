namespace DpsPortal.Rules.Privacy;

/// <summary>
/// Finds what tells who a young person is. It knows nothing about the child, and its time grows with the length of the
/// text alone: whoever may write may write anything.
/// </summary>
public static class PrivacyCheck
{
    /// <summary>The surest first: of findings that overlap the first one stands.</summary>
    private static readonly Func<PlainText, DateOnly, IEnumerable<Finding>>[] Detectors =
    [
        (text, _) => OnlineNames.Emails(text),
        (text, _) => PersonNumbers.Upns(text),
        (text, _) => PersonNumbers.NationalInsuranceNumbers(text),
        (text, _) => HomeOfficeReferences.In(text),
        (text, _) => NhsNumbers.In(text),
        (text, _) => PhoneNumbers.In(text),
        BirthDates.In,
        (text, _) => Postcodes.In(text),
        (text, _) => Addresses.In(text),
        (text, _) => OnlineNames.Handles(text),
        (text, _) => VehicleRegistrations.In(text),
    ];

    /// <param name="today">The London date: from it a date is the birth of somebody young or is not.</param>
    /// <returns>In the order of the text, none overlapping another.</returns>
    public static IReadOnlyList<Finding> Find(string text, DateOnly today)
    {
        var plain = new PlainText(text);
        var taken = new bool[text.Length];
        var findings = new List<Finding>();
        foreach (var found in Detectors.SelectMany(find => find(plain, today)))
        {
            var letters = taken.AsSpan(found.Start, found.Length);
            if (!letters.Contains(true))
            {
                letters.Fill(true);
                findings.Add(found);
            }
        }

        return [.. findings.OrderBy(f => f.Start)];
    }
}
