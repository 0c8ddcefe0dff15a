using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Property.Premises;

/// <summary>What a provider says of a home, checked.</summary>
/// <param name="Places">A place whose id the home does not know is new.</param>
internal sealed record PremisesDetails(
    string Name, string AddressLine, string Town, Postcode Postcode, string AreaAuthority, OfstedCategory Category,
    bool OnOfstedList, bool HasGas, IReadOnlyList<Place> Places, IReadOnlyList<Certificate> Certificates);
