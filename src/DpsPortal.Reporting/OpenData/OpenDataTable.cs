namespace DpsPortal.Reporting.OpenData;

/// <summary>A file of the export: a view of the schema <c>reporting</c> and what its columns mean.</summary>
/// <param name="Columns">In their order: name and meaning.</param>
internal sealed record OpenDataTable(string Name, string About, IReadOnlyList<(string Name, string Meaning)> Columns)
{
    private const string Provider = "The provider: the same in every file";
    private const string Home = "The home: the same in every file";
    private const string SchemeReference = "Reference of the scheme, see schemes.csv";
    private const string LotNumber = "Number of the lot, see lots.csv";
    private const string ApplicationReference = "Reference of the application, see applications.csv";

    public static readonly IReadOnlyList<OpenDataTable> All =
    [
        new("schemes", "The schemes that the authority hosts.",
        [
            ("reference", "Reference of the scheme"), ("name", "Its name"), ("regime", "The law it runs under"),
            ("state", "Draft, published or closed"), ("contract_notice_date", "Day of the contract notice"),
            ("starts_on", "First day"), ("ends_on", "Last day"), ("admission_mode", "Continuous, or in windows"),
        ]),
        new("lots", "The lots of each scheme.",
        [
            ("scheme", SchemeReference), ("lot", "Number of the lot"), ("name", "Its name"),
            ("category", "Category of supported accommodation, SI 2023/416, reg. 2"),
            ("admits_16_to_17", "Whether people of 16 and 17 are placed in it"),
            ("accreditation_use", "What accreditation does in it"),
        ]),
        new("authorities", "Councils that buy through a scheme by access agreement.",
        [
            ("scheme", SchemeReference), ("authority", "The council"), ("signed_on", "Day of its signature"),
            ("buys_from", "First day"), ("buys_until", "Last day; empty while open"),
        ]),
        new("members", "A provider in a lot, from admission on.",
        [
            ("provider_id", Provider), ("name", "Legal name"), ("company_number", "At Companies House"),
            ("charity_number", "At the Charity Commission"), ("scheme", SchemeReference), ("lot", LotNumber),
            ("admitted_on", "Day of admission"), ("state", "Admitted, suspended, removed or left"),
            ("reason", "Of the last change"), ("ofsted_registered", "As said when applying"),
            ("ofsted_urn", "Ofsted’s number"),
        ]),
        new("applications", "Requests to join, and the accreditation that runs with them.",
        [
            ("reference", "Reference of the application"), ("provider_id", Provider), ("provider", "Its name"),
            ("scheme", SchemeReference), ("membership", "State of the legal side"),
            ("accreditation", "State of the quality side"), ("submitted_at", "Instant, UTC"),
            ("due_on", "Last day to decide on membership"), ("accredited_until", "Last day"),
            ("imported_at", "Instant, UTC, if it was brought by an import"), ("contact_name", "Whom to ask"),
            ("contact_email", "E-mail"), ("contact_phone", "Telephone"), ("registered_office", "Address"),
        ]),
        new("people", "Directors, people with control and managers, as applications name them.",
        [
            ("provider_id", Provider), ("provider", "Its name"), ("application", ApplicationReference),
            ("name", "Full name"), ("roles", "Divided by semicolons"), ("email", "E-mail"),
        ]),
        new("insurance", "Policies, as applications state them.",
        [
            ("provider_id", Provider), ("provider", "Its name"), ("application", ApplicationReference),
            ("kind", "What it covers"), ("status", "Held, or committed before award"), ("insurer", "The insurer"),
            ("number", "Of the policy"), ("limit_pounds", "Limit in whole pounds"), ("expires_on", "Last day"),
        ]),
        new("premises", "Homes that applications name. Addresses are confidential: SI 2023/416, reg. 16(6)(d).",
        [
            ("premises_id", Home), ("provider_id", Provider), ("name", "Name of the home"),
            ("address", "Street and number"), ("town", "Town"), ("postcode", "Postcode"),
            ("area_authority", "The council in whose area it stands"), ("category", "Category, reg. 2"),
            ("on_ofsted_list", "Notified to Ofsted"), ("gas", "Whether it has gas"),
            ("standing", "Usable or suspended, as last recorded"), ("visited_on", "Day of the last visit"),
        ]),
        new("places", "Bedrooms of the homes.",
        [
            ("premises_id", Home), ("provider_id", Provider), ("premises", "Name of the home"), ("place", "The room"),
            ("bedroom_m2", "Square metres"), ("max_occupants", "One or two"),
        ]),
        new("certificates", "Dated papers of the homes.",
        [
            ("premises_id", Home), ("provider_id", Provider), ("premises", "Name of the home"), ("kind", "Which paper"),
            ("issued_on", "Day of issue"), ("expires_on", "Last day it counts"),
            ("document_held", "Whether its file is in the portal"),
        ]),
        new("staff", "Single central record of each provider: facts about checks, never a certificate.",
        [
            ("provider_id", Provider), ("number", "The provider’s number of the person"), ("name", "Full name"),
            ("role", "Role"), ("started", "First day"), ("engagement", "Employed, agency or volunteer"),
            ("safeguarding_lead", "Whether the designated lead"), ("id_seen", "Day identity was seen"),
            ("right_to_work_checked", "Day of the check"), ("right_to_work_until", "Last day, if limited"),
            ("dbs_level", "Level of the DBS check"), ("dbs_number", "Number of the certificate"),
            ("dbs_issued", "Day of issue"), ("dbs_update_checked", "Day the update service was asked"),
            ("reference_1", "Day of the first reference"), ("reference_2", "Day of the second"),
            ("safeguarding_trained", "Day of training"), ("supervised", "Last supervision"),
            ("appraised", "Last appraisal"), ("left", "Last day of work"),
        ]),
        new("standings", "Accreditation of a provider in a lot.",
        [
            ("provider_id", Provider), ("provider", "Its name"), ("scheme", SchemeReference), ("lot", LotNumber),
            ("state", "As last recorded"), ("accredited_from", "First day"), ("accredited_until", "Last day"),
        ]),
        new("covered_homes", "Homes that an accreditation covers.",
        [
            ("provider_id", Provider), ("scheme", SchemeReference), ("lot", LotNumber), ("premises_id", Home),
            ("covered_from", "First day"), ("covered_until", "Last day"),
        ]),
        new("conditions", "What a provider must do to stay accredited.",
        [
            ("provider_id", Provider), ("application", ApplicationReference), ("condition", "In the decision’s words"),
            ("due_on", "Last day to meet it"), ("met_at", "Instant, UTC; empty while open"),
            ("evidence", "What showed that it is met"),
        ]),
        new("evidence", "Documents that providers gave the authority, version by version; not the files themselves.",
        [
            ("provider_id", Provider), ("kind", "Which document"), ("subject", "The home or person, if about one"),
            ("version", "From 1"), ("issuer", "Who issued it"), ("reference", "Its number"),
            ("issued_on", "Day of issue"), ("expires_on", "Last day it is valid"), ("document", "Name of the file"),
            ("sha256", "Of the file as it was sent"),
        ]),
        new("evidence_requests", "Documents that the authority asked for, and by when.",
        [
            ("provider_id", Provider), ("provider", "Its name"), ("kind", "Which document"),
            ("subject", "The home or person, if about one"), ("due_on", "Last day to give it"),
            ("state", "Asked or answered"), ("asked_at", "Instant, UTC"),
        ]),
        new("visits", "Visits that the authority made or booked.",
        [
            ("provider_id", Provider), ("premises_id", Home), ("scheduled_at", "Instant, UTC"),
            ("mode", "In person or virtual"), ("notice", "Announced or not"), ("state", "Of the visit"),
            ("score_percent", "Of the checklist"), ("passed", "Whether it was passed"),
            ("completed_at", "Instant, UTC"), ("critical_failures", "Divided by semicolons"),
        ]),
        new("ofsted", "What officers read at Ofsted, with its day.",
        [
            ("provider_id", Provider), ("registration", "Registered, suspended or cancelled"),
            ("outcome", "Of the last inspection"), ("outcome_on", "Its day"), ("as_of", "The day Ofsted said so"),
            ("note", "The officer’s note"),
        ]),
        new("call_offs", "The authority’s own call-offs, without the need behind them. Prices and placements: see the spend report.",
        [
            ("reference", "Reference of the call-off"), ("scheme", "Name of the scheme"), ("lot", "Name of the lot"),
            ("state", "Of the call-off"), ("published_at", "Instant, UTC"), ("deadline", "Instant, UTC"),
            ("invited_count", "How many were invited"),
        ]),
    ];

    /// <summary>Names of ours only, so that nothing of it can come from outside.</summary>
    public string Question =>
        $"select {string.Join(", ", Columns.Select(c => $"\"{c.Name}\""))} from reporting.export_{Name} order by 1, 2, 3";
}
