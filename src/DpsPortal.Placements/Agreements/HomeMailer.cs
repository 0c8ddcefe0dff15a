using DpsPortal.Framework.Application;
using DpsPortal.Framework.Emailing;
using DpsPortal.Framework.Events;
using DpsPortal.Organisations.Integration;
using DpsPortal.Property.Integration;
using DpsPortal.Property.Premises;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Placements.Agreements;

/// <summary>
/// Tells the councils that have placed in a home, or are about to, what became of it. No e-mail holds an address.
/// </summary>
internal sealed class HomeMailer(
    IPlacementsDbContext db, IOrganisationIntegrationService organisations, IEmailSender mail, TimeProvider clock)
    : IDistributedEventHandler<PremisesChangedEto>, IDistributedEventHandler<PremisesStandingChangedEto>
{
    public Task HandleEventAsync(PremisesChangedEto eventData, CancellationToken ct) => TellAsync(
        eventData.PremisesId,
        "The home of a placement was changed",
        named => $"Its provider has changed the home of {named}: {string.Join(", ", eventData.Changes.Select(Words))}.",
        ct);

    public Task HandleEventAsync(PremisesStandingChangedEto eventData, CancellationToken ct) =>
        eventData.Standing == PremisesStanding.Suspended
            ? TellAsync(
                eventData.PremisesId,
                "The home of a placement is suspended",
                named => $"Nobody new may move into the home of {named} for now. {string.Join(" ", eventData.Reasons)}",
                ct)
            : TellAsync(
                eventData.PremisesId,
                "The home of a placement can be used again",
                named => $"New people may move into the home of {named} again.",
                ct);

    private static string Words(string change) => change switch
    {
        "places" => "its rooms",
        "area" => "the council in whose area it stands",
        "Ofsted list" => "whether Ofsted was told of it",
        _ => $"its {change}",
    };

    /// <param name="body">Of the placements as they are named in a sentence.</param>
    private async Task TellAsync(Guid premisesId, string subject, Func<string, string> body, CancellationToken ct)
    {
        var today = LondonTime.DateOf(clock.GetUtcNow());
        var placements = await db.Placements.AsNoTracking()
            .Where(p => p.PremisesId == premisesId && (p.EndedOn ?? p.PlannedEndOn) > today)
            .OrderBy(p => p.Reference)
            .Select(p => new { p.AuthorityId, p.Reference })
            .ToListAsync(ct);
        foreach (var authority in placements.GroupBy(p => p.AuthorityId))
        {
            var references = authority.Select(p => p.Reference).ToList();
            var named = (references.Count == 1 ? "placement " : "placements ") + string.Join(", ", references);
            foreach (var address in await RecipientsAsync(authority.Key, ct))
            {
                await mail.QueueAsync(
                    address, subject, $"{body(named)}\n\nSign in to the portal to read more.\n", ct);
            }
        }
    }

    private async Task<IEnumerable<string>> RecipientsAsync(Guid authorityId, CancellationToken ct)
    {
        var officers = await organisations.GetPeopleAsync(authorityId, Role.PlacementsOfficer, ct);
        var approvers = await organisations.GetPeopleAsync(authorityId, Role.PlacementsApprover, ct);
        return officers.Concat(approvers).Select(p => p.Email).Distinct();
    }
}
