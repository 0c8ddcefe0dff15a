using System.Globalization;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Property.Integration;
using DpsPortal.Property.Premises;
using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Accreditation.Imports;

/// <summary>Rows of homes, and of the papers of homes and of their providers.</summary>
/// <param name="today">London.</param>
internal sealed class HomeRows(IPremisesImportService homesToMake, DateOnly today)
{
    private const int MostBedrooms = 30;

    private static readonly Dictionary<string, string> ColumnsOfFields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["name"] = "name",
        ["addressLine"] = "address",
        ["town"] = "town",
        ["postcode"] = "postcode",
        ["areaAuthority"] = "area_authority",
    };

    public void AddHome(ImportRow row, ImportedProvider provider)
    {
        var category = row.OneOf<OfstedCategory>("category");
        var places = Bedrooms(row);
        var accredited = row.Day("accredited_on");
        var home = new SavePremisesDto
        {
            Name = row.Text("name", 80),
            AddressLine = row.Text("address", 120),
            Town = row.Text("town", 60),
            Postcode = row.Text("postcode", 8),
            AreaAuthority = row.Text("area_authority", 80),
            Category = category ?? default,
            OnOfstedList = row.Truth("on_ofsted_list"),
            HasGas = row.Truth("gas", otherwise: true),
            Places = places,
            Certificates = [],
        };
        if (accredited > today)
        {
            row.Report("accredited_on", "Enter the day of the decision, today or earlier.");
        }

        if (Find(provider, home.Name) is not null)
        {
            row.Report("name", $"{provider.Name} has a home of this name already. Give each home one row and its own name.");
        }

        if (row.Problems.Count == 0)
        {
            foreach (var error in homesToMake.Check(home))
            {
                row.Report(ColumnsOfFields.GetValueOrDefault(error.Field, "bedrooms"), error.Message);
            }
        }

        provider.Homes.Add(new ImportedHome
        {
            Id = Guid.NewGuid(),
            Name = home.Name,
            Details = home,
            AccreditedOn = accredited,
        });
    }

    /// <summary>Of a home where one is named, else a policy of the organisation.</summary>
    public void AddCertificate(ImportRow row, ImportedProvider provider)
    {
        if (row.Has("premises"))
        {
            AddHomeCertificate(row, provider);
        }
        else
        {
            AddPolicy(row, provider);
        }
    }

    private void AddHomeCertificate(ImportRow row, ImportedProvider provider)
    {
        var home = Find(provider, row.Cell("premises"));
        if (home is null)
        {
            row.Report("premises", $"{provider.Name} has no home “{ImportRow.Short(row.Cell("premises"))}” in this file or an earlier one. Use the exact name.");
        }

        var kind = row.OneOf<CertificateKind>("kind");
        var (issued, expires) = (row.Day("issued_on", required: true), row.Day("expires_on"));
        if (home is null || kind is null || issued is null || row.Problems.Count > 0)
        {
            return;
        }

        var paper = new SaveCertificateDto { Kind = kind.Value, IssuedOn = issued.Value, ExpiresOn = expires };
        foreach (var error in Errors(paper))
        {
            row.Report(error.Column, error.Message);
        }

        if (home.Certificates.Exists(c => c.Kind == paper.Kind && c.IssuedOn == paper.IssuedOn))
        {
            row.Report("kind", $"{home.Name} has this paper of this day in an earlier row. Keep one of them.");
        }

        home.Certificates.Add(paper);
    }

    /// <summary>As the provider's form says it, tried on a home that has nothing else wrong.</summary>
    private IEnumerable<(string Column, string Message)> Errors(SaveCertificateDto paper) =>
        homesToMake.Check(new SavePremisesDto
        {
            Name = "-",
            AddressLine = "-",
            Town = "-",
            Postcode = "EM1 1ZZ",
            AreaAuthority = "-",
            Category = default,
            OnOfstedList = false,
            Places = [new SavePlaceDto { Name = "-", BedroomArea = 10, MaxOccupants = 1 }],
            Certificates = [paper],
        }).Select(e => (e.Field.EndsWith("expiresOn", StringComparison.Ordinal) ? "expires_on" : "issued_on", e.Message));

    private void AddPolicy(ImportRow row, ImportedProvider provider)
    {
        var kind = row.OneOf<InsuranceKind>("kind");
        var expires = row.Day("expires_on", required: true);
        int? limit = null;
        if (row.Has("limit_pounds"))
        {
            var text = row.Cell("limit_pounds").Replace("£", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pounds) && pounds <= 1_000_000_000)
            {
                limit = pounds;
            }
            else
            {
                row.Report("limit_pounds", "Enter whole pounds, like 5000000.");
            }
        }

        if (expires < today)
        {
            row.Report("expires_on", "It has run out. Leave the row out; the paper is asked for anyway.");
        }

        var policies = provider.Policies.Concat(provider.Known?.Answers.Insurance?.Policies ?? []);
        if (kind is not null && policies.Any(p => p.Kind == kind))
        {
            row.Report("kind", $"{provider.Name} has a policy of this kind already. Keep the one in force.");
        }

        provider.Policies.Add(new InsurancePolicyDto
        {
            Kind = kind ?? default,
            Status = InsuranceStatus.Held,
            Insurer = row.Optional("issuer", 120),
            PolicyNumber = row.Optional("number", 60),
            LimitPounds = limit,
            ExpiresOn = expires,
        });
    }

    /// <summary>Areas in square metres, one for each room; x2 after an area for a room of two.</summary>
    private static List<SavePlaceDto> Bedrooms(ImportRow row)
    {
        const string column = "bedrooms";
        var places = new List<SavePlaceDto>();
        foreach (var part in row.Parts(column))
        {
            var plain = part.ToUpperInvariant().Replace("M2", "", StringComparison.Ordinal).Replace("M²", "", StringComparison.Ordinal);
            var two = plain.EndsWith("X2", StringComparison.Ordinal);
            plain = (two ? plain[..^2] : plain).Trim();
            if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var area) || area is <= 0 or > 200)
            {
                row.Report(column, $"“{ImportRow.Short(part)}” is no area. Enter the square metres of each bedroom, like 8.50; 9.20; 12.00 x2.");
                continue;
            }

            places.Add(new SavePlaceDto
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"Room {places.Count + 1}"),
                BedroomArea = area,
                MaxOccupants = two ? 2 : 1,
            });
        }

        if (places.Count is 0 or > MostBedrooms && row.Problems.Count == 0)
        {
            row.Report(column, string.Create(
                CultureInfo.InvariantCulture,
                $"Enter the square metres of 1 to {MostBedrooms} bedrooms, divided by semicolons, like 8.50; 9.20."));
        }

        return places;
    }

    private static ImportedHome? Find(ImportedProvider provider, string name) =>
        provider.Homes.Find(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
