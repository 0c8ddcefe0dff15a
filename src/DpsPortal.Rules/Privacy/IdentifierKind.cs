namespace DpsPortal.Rules.Privacy;

/// <summary>
/// What tells who a young person is and has a shape of its own. Source: domain §4.3 (facts 17 and 19); the words are
/// those of the privacy check, whose other kinds (names, schools, case numbers) need lists and join here with them.
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
}

/// <param name="Start">In UTF-16 code units of the text that was looked at.</param>
/// <param name="Length">In UTF-16 code units.</param>
public readonly record struct Finding(IdentifierKind Kind, int Start, int Length);
