namespace DpsPortal.Benchmarks;

/// <param name="Who">The demo account that asks, before the at sign.</param>
/// <param name="Path"><c>{id}</c> stands for an id out of <paramref name="IdFrom"/>.</param>
/// <param name="IdFrom">A list; null where the path needs none.</param>
internal sealed record Question(string Name, string Who, string Path, string? IdFrom = null, string IdProperty = "id")
{
    /// <summary>Every list and search of the portal that grows with its providers or documents.</summary>
    public static readonly IReadOnlyList<Question> All =
    [
        new("officer's first page", "officer", "/api/today"),
        new("queue, first page", "officer", "/api/applications/queue"),
        new("queue, searched", "officer", "/api/applications/queue?search=harbour"),
        new("queue, a late page", "officer", "/api/applications/queue?page=10"),
        new("queue, what nobody has", "officer", "/api/applications/queue?owner=Nobody"),
        new("queue, one stage", "officer", "/api/applications/queue?stage=PropertyVisit&due=Overdue"),
        new("officers to give an application to", "officer", "/api/applications/officers"),
        new("search, a name of a provider", "officer", "/api/search?search=harbour"),
        new("search, a name of a person", "officer", "/api/search?search=finch"),
        new("search, an area", "officer", "/api/search?search=se13"),
        new("search, one document", "officer", "/api/search?search=certificate 4242.pdf"),
        new("search, a word of every sixth document", "officer", "/api/search?search=safeguarding"),
        new("search, a word of every document", "officer", "/api/search?search=pdf"),
        new("search, a late page of documents", "officer", "/api/search?search=safeguarding&kind=Documents&page=10"),
        new("search, what nobody has", "officer", "/api/search?search=zebra crossing"),
        new("members of the schemes", "officer", "/api/members"),
        new("members, a late page", "officer", "/api/members?page=10"),
        new("members, searched", "officer", "/api/members?search=harbour"),
        new("accreditations", "officer", "/api/standings"),
        new("accreditations, a late page", "officer", "/api/standings?page=5"),
        new("Ofsted records", "officer", "/api/ofsted"),
        new("Ofsted records, a late page", "officer", "/api/ofsted?page=10"),
        new("visits", "officer", "/api/visits"),
        new("visits, a late page", "officer", "/api/visits?page=10"),
        new("imports", "officer", "/api/imports"),
        new("what imported members owe", "officer", "/api/imports/members"),
        new("schemes", "officer", "/api/schemes"),
        new("a public scheme with its members", "officer", "/api/public/schemes/{id}", "/api/public/schemes"),
        new("an application", "officer", "/api/applications/{id}", "/api/applications/queue"),
        new("an application's history", "officer", "/api/applications/{id}/history", "/api/applications/queue"),
        new("call-offs", "placements", "/api/call-offs"),
        new("a call-off", "placements", "/api/call-offs/{id}", "/api/call-offs"),
        new("referrals", "placements", "/api/referrals"),
        new("placements", "approver", "/api/placements"),
        new("spend, this year", "finance", "/api/spend/summary?from=2026-04-01&to=2026-11-30"),
        new("spend, run-rate", "finance", "/api/spend/run-rate?on=2026-11-01"),
        new("provider's first page", "provider", "/api/today"),
        new("provider's documents", "provider", "/api/documents"),
        new("provider's evidence", "provider", "/api/evidence"),
        new("provider's opportunities", "provider", "/api/opportunities"),
        new("provider's opportunities, over", "provider", "/api/opportunities?closed=true"),
        new("provider's premises", "provider", "/api/premises"),
        new("provider's staff", "provider", "/api/staff"),
    ];
}
