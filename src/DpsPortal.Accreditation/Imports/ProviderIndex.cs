using DpsPortal.Organisations.Integration;

namespace DpsPortal.Accreditation.Imports;

/// <summary>Finds the provider that a row names: by its company or charity number, or by its exact name.</summary>
internal sealed class ProviderIndex(IProviderImportService numbers)
{
    private readonly Dictionary<string, ImportedProvider> _byKey = new(StringComparer.Ordinal);

    private readonly Dictionary<string, KnownProvider> _refused = new(StringComparer.Ordinal);

    public bool Has(string name) => _byKey.ContainsKey(NameKey(name));

    /// <returns>The one that has the name or a number already; null when it was added.</returns>
    public ImportedProvider? Add(ImportedProvider provider)
    {
        var keys = Keys(provider.Name, provider.CompanyNumber, provider.CharityNumber).ToList();
        if (keys.Select(k => _byKey.GetValueOrDefault(k)).FirstOrDefault(p => p is not null) is { } twin)
        {
            return twin;
        }

        keys.ForEach(k => _byKey.Add(k, provider));
        return null;
    }

    /// <summary>Known, and not for the host to add to.</summary>
    public void Refuse(KnownProvider provider)
    {
        foreach (var key in Keys(provider.Name, provider.CompanyNumber, provider.CharityNumber))
        {
            _refused.TryAdd(key, provider);
        }
    }

    /// <summary>Reports at the row when there is none.</summary>
    public ImportedProvider? Find(ImportRow row)
    {
        const string column = "provider";
        var text = row.Text(column, 200);
        if (text.Length == 0)
        {
            return null;
        }

        string[] keys =
        [
            NameKey(text), .. numbers.CompanyNumber(text) is { } company ? new[] { "company " + company } : [],
            .. numbers.CharityNumber(text) is { } charity ? new[] { "charity " + charity } : [],
        ];
        if (keys.Select(k => _byKey.GetValueOrDefault(k)).FirstOrDefault(p => p is not null) is { } found)
        {
            return found;
        }

        if (row.IsShortened(column))
        {
            row.Report(column, "The program shortened a long number. Format the column as text and type the number again.");
        }
        else if (keys.Select(k => _refused.GetValueOrDefault(k)).FirstOrDefault(p => p is not null) is { } refused)
        {
            row.Report(column, refused.HasPeople
                ? $"{refused.Name} has people of its own in the portal, who keep its record. Ask them to add this."
                : $"{refused.Name} is in the portal, but not as a member that you imported to this scheme.");
        }
        else
        {
            row.Report(
                column,
                $"No member “{ImportRow.Short(text)}” in this file or an earlier one. Use the company number or the exact name of the members sheet.");
        }

        return null;
    }

    private static IEnumerable<string> Keys(string name, string? company, string? charity) =>
    [
        NameKey(name), .. company is null ? [] : new[] { "company " + company },
        .. charity is null ? [] : new[] { "charity " + charity },
    ];

    private static string NameKey(string name) =>
        "name " + string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
