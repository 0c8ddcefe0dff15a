using DpsPortal.Organisations.Integration;
using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Property.Premises;

/// <summary>The parts that the form and other modules are told alike.</summary>
internal static class PremisesDtos
{
    public static IReadOnlyList<PlaceDto> PlaceDtos(this Premises home) =>
    [
        .. home.Places.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase)
            .Select(p => new PlaceDto(
                p.Id, p.Name, p.BedroomArea, p.MaxOccupants, p.BedroomLargeEnough, home.IsUnseen(p), p.MeasuredArea)),
    ];

    public static IReadOnlyList<PromisedNightsDto> PromisedDtos(
        this Premises home, ILookup<Guid, Nights> promised) =>
    [
        .. home.Places
            .SelectMany(place => promised[place.Id], (place, promise) => new PromisedNightsDto(
                place.Id, promise.First, promise.LeavesOn))
            .OrderBy(p => p.FirstNight).ThenBy(p => p.LeavesOn),
    ];

    /// <param name="documents">Those the reader may see; the others' names stay out.</param>
    public static IReadOnlyList<CertificateDto> CertificateDtos(
        this Premises home, DateOnly londonDate, IReadOnlyDictionary<Guid, DocumentSummary> documents) =>
    [
        .. home.Certificates.OrderBy(c => c.Kind).ThenByDescending(c => c.ExpiresOn)
            .Select(c => new CertificateDto(
                c.Kind, c.IssuedOn, c.ExpiresOn, c.DocumentId,
                c.DocumentId is { } id && documents.TryGetValue(id, out var document) ? document.Name : null,
                !c.CountsOn(londonDate))),
    ];
}
