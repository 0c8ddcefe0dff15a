namespace DpsPortal.Rules.Privacy;

/// <summary>
/// What tells who a young person is. Source: domain §4.3 (facts 17 and 19); the words are those of the privacy check,
/// the last two its further kinds that only ever warn.
/// </summary>
public enum IdentifierKind
{
    DateOfBirth,
    NhsNumber,
    Upn,
    NationalInsuranceNumber,
    HomeOfficeReference,
    Postcode,
    Address,
    Phone,
    Email,
    SocialMediaHandle,
    VehicleRegistration,
    CaseReference,
    CourtCaseNumber,
    SchoolName,
    PersonName,

    /// <summary>A number that may lead to somebody, without a word that says what it is.</summary>
    UnknownNumber,

    /// <summary>An event or a trait so rare that neighbours would know.</summary>
    RareFact,
}

/// <param name="Start">In UTF-16 code units of the text that was looked at.</param>
/// <param name="Length">In UTF-16 code units.</param>
public readonly record struct Finding(IdentifierKind Kind, int Start, int Length);

/// <param name="Findings">What may not be published, in the order of the text.</param>
/// <param name="Warnings">What somebody should look at, in the order of the text; it overlaps no finding.</param>
public sealed record PrivacyReading(IReadOnlyList<Finding> Findings, IReadOnlyList<Finding> Warnings);
