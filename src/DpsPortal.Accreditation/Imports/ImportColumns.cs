using DpsPortal.Accreditation.Staff;

namespace DpsPortal.Accreditation.Imports;

/// <summary>The headings of each kind, in the order of its template, with an example row.</summary>
/// <param name="Needed">Without these a sheet is not of the kind.</param>
/// <param name="Example">Wholly invented.</param>
internal sealed record ImportColumns(
    ImportKind Kind, IReadOnlyList<string> All, IReadOnlyList<string> Needed, IReadOnlyList<string> Example)
{
    public static readonly IReadOnlyList<ImportColumns> Kinds =
    [
        new(
            ImportKind.Members,
            [
                "name", "legal_form", "company_number", "charity_number", "registered_office", "contact_name",
                "contact_email", "contact_phone", "ofsted_urn", "ofsted_categories", "lots", "admitted_on",
            ],
            ["name", "contact_name", "contact_email", "lots", "admitted_on"],
            [
                "Example Homes Ltd", "limited company", "01234567", "", "1 Example Street, Eastmarsh, EM1 1ZZ",
                "Jo Example", "jo.example@example.org", "020 7946 0999", "9000999", "self contained; shared ring fenced",
                "1; 2", "01/09/2024",
            ]),
        new(
            ImportKind.People,
            ["provider", "name", "roles", "email"],
            ["provider", "name", "roles"],
            ["01234567", "Jo Example", "director; nominated individual", "jo.example@example.org"]),
        new(
            ImportKind.Premises,
            [
                "provider", "name", "address", "town", "postcode", "area_authority", "category", "on_ofsted_list",
                "gas", "bedrooms", "accredited_on",
            ],
            ["provider", "name", "address", "town", "postcode", "area_authority", "category", "bedrooms"],
            [
                "01234567", "Example House", "2 Example Street", "Eastmarsh", "EM1 2ZZ", "Eastmarsh LBC",
                "shared ring fenced", "yes", "yes", "8.50; 9.20; 7.75", "01/09/2026",
            ]),
        new(
            ImportKind.Certificates,
            ["provider", "premises", "kind", "issued_on", "expires_on", "issuer", "number", "limit_pounds"],
            ["provider", "kind"],
            ["01234567", "Example House", "gas safety", "01/09/2026", "", "", "", ""]),
        new(
            ImportKind.Staff,
            ["provider", .. StaffRow.Columns],
            ["provider", "number", "name", "role", "started", "engagement"],
            ["01234567", .. StaffRow.Example.Split(',')]),
        new(
            ImportKind.Standing,
            ["provider", "outcome", "decided_on", "valid_until", "condition", "condition_due_on"],
            ["provider", "outcome", "decided_on", "valid_until"],
            ["01234567", "accredited", "01/09/2026", "31/08/2028", "", ""]),
    ];

    public static ImportColumns Of(ImportKind kind) => Kinds.Single(k => k.Kind == kind);

    /// <summary>How a heading is compared: capitals, blanks, points and strokes do not matter.</summary>
    public static string Plain(string heading) =>
        string.Concat(heading.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    public static string InWords(ImportKind kind) => kind.ToString().ToLowerInvariant();
}
