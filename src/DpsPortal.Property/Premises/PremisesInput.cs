using DpsPortal.Framework.Domain;

namespace DpsPortal.Property.Premises;

/// <summary>Reads a provider's form: what one field alone cannot say about itself.</summary>
internal static class PremisesInput
{
    /// <summary>Of a paper. An older date would be a slip of the pen, and so would a later end.</summary>
    public static readonly DateOnly EarliestIssue = new(2000, 1, 1);

    public static readonly DateOnly LatestEnd = new(2100, 1, 1);

    /// <param name="known">The ids of places that the home has already.</param>
    /// <exception cref="InvalidInputException">With every error, each at its field.</exception>
    public static PremisesDetails Read(SavePremisesDto input, IReadOnlyCollection<Guid> known, DateOnly londonDate)
    {
        var errors = new List<FieldError>();
        var postcode = Postcode.Parse(input.Postcode);
        if (postcode is null)
        {
            errors.Add(new("postcode", "Enter a full postcode, such as HA9 0ZZ."));
        }

        var places = input.Places.Select((place, i) => Read(place, $"places[{i}]", known, errors)).ToList();
        foreach (var (place, i) in places.Select((place, i) => (place, i)))
        {
            if (places.Take(i).Any(p => p.Id == place.Id || NameOf(p) == NameOf(place)))
            {
                errors.Add(new($"places[{i}].name", "Give each place a name of its own."));
            }
        }

        var certificates = input.Certificates
            .Select((certificate, i) => Read(certificate, $"certificates[{i}]", londonDate, errors))
            .ToList();
        return errors.Count > 0
            ? throw new InvalidInputException(errors)
            : new PremisesDetails(
                input.Name.Trim(), input.AddressLine.Trim(), input.Town.Trim(), postcode!, input.AreaAuthority.Trim(),
                input.Category, input.OnOfstedList, input.HasGas, places, certificates);
    }

    /// <exception cref="InvalidInputException">With every error, each at its field.</exception>
    public static IReadOnlyList<Certificate> ReadCertificates(
        IReadOnlyList<SaveCertificateDto> input, DateOnly londonDate)
    {
        var errors = new List<FieldError>();
        var certificates = input.Select((c, i) => Read(c, $"certificates[{i}]", londonDate, errors)).ToList();
        return errors.Count > 0 ? throw new InvalidInputException(errors) : certificates;
    }

    private static string NameOf(Place place) => place.Name.ToUpperInvariant();

    private static Place Read(
        SavePlaceDto place, string path, IReadOnlyCollection<Guid> known, List<FieldError> errors)
    {
        // Rounding would make 6.505 m² large enough.
        if (place.BedroomArea != decimal.Round(place.BedroomArea, 2))
        {
            errors.Add(new($"{path}.bedroomArea", "Give the area in square metres, with up to two decimals."));
        }

        if (place.Id is { } id && !known.Contains(id))
        {
            errors.Add(new($"{path}.id", "This place is not of this home. Add it as a new one."));
        }

        return new Place
        {
            Id = place.Id ?? Guid.NewGuid(),
            Name = place.Name.Trim(),
            BedroomArea = place.BedroomArea,
            MaxOccupants = place.MaxOccupants,
        };
    }

    private static Certificate Read(
        SaveCertificateDto certificate, string path, DateOnly londonDate, List<FieldError> errors)
    {
        if (certificate.IssuedOn > londonDate)
        {
            errors.Add(new($"{path}.issuedOn", "Enter a date of issue that is not in the future."));
        }

        if (certificate.IssuedOn < EarliestIssue)
        {
            errors.Add(new($"{path}.issuedOn", "Enter a date of issue that is not before 1 January 2000."));
        }

        var byLaw = certificate.IssuedOn > londonDate ? null : certificate.Kind.LastDay(certificate.IssuedOn);
        if (byLaw is not null && certificate.ExpiresOn is { } stated && stated != byLaw)
        {
            errors.Add(new($"{path}.expiresOn", "Leave the end empty: it follows from the date of issue."));
        }
        else if (byLaw is null && certificate.ExpiresOn is null)
        {
            errors.Add(new($"{path}.expiresOn", $"Enter the last day of the {certificate.Kind.Words()}."));
        }
        else if (byLaw is null && certificate.ExpiresOn < certificate.IssuedOn)
        {
            errors.Add(new($"{path}.expiresOn", "Enter an end that is not before the date of issue."));
        }
        else if (byLaw is null && certificate.ExpiresOn > LatestEnd)
        {
            errors.Add(new($"{path}.expiresOn", "Enter an end that is not after 1 January 2100."));
        }

        return new Certificate
        {
            Kind = certificate.Kind,
            IssuedOn = certificate.IssuedOn,
            ExpiresOn = byLaw ?? certificate.ExpiresOn ?? certificate.IssuedOn,
            DocumentId = certificate.DocumentId,
        };
    }
}
