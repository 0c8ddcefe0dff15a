using DpsPortal.Accreditation.Integration;
using DpsPortal.Property.Integration;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.EarlierUses;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Bids;

/// <summary>
/// What of the gates of an award would fail as things stand, said to the bidder. It keeps nobody from bidding.
/// </summary>
internal sealed class BidderWarnings(
    ITenderingDbContext db, IMembershipIntegrationService memberships, HomesInUse inUse)
{
    /// <param name="homes">All of the bidder's.</param>
    public async Task<IReadOnlyList<string>> OfStandingAsync(
        CallOff callOff, LotMember? member, Bid? bid, BidContent? draft, IReadOnlyList<PremisesSummary> homes,
        CancellationToken ct)
    {
        var lot = await memberships.GetLotAsync(callOff.LotId, ct);
        var warnings = lot is null ? [] : AwardGates.ProviderFailures(callOff, lot.AccreditationUse, member)
            .Select(Addressed.ToYou).ToList();
        var ofItsKind = homes.Where(h => h.Category == callOff.Category).ToList();
        var chosen = draft?.PremisesId is { } id ? homes.Where(h => h.Id == id)
            : ofItsKind.Exists(h => h.Usable) ? []
            : ofItsKind;
        warnings.AddRange(chosen.Where(h => !h.Usable)
            .Select(h => $"{h.Name} cannot take anybody new: {string.Join(' ', h.StandingReasons)}"));
        warnings.AddRange(await OfMoveAsync(bid, homes, ct));
        return warnings;
    }

    /// <summary>Of all homes: which one a sent bid offers the portal does not know.</summary>
    private async Task<IEnumerable<string>> OfMoveAsync(
        Bid? bid, IReadOnlyList<PremisesSummary> homes, CancellationToken ct)
    {
        if (bid?.State != BidState.Submitted)
        {
            return [];
        }

        var sent = await db.BidVersions.AsNoTracking()
            .SingleAsync(v => v.BidId == bid.Id && v.Number == bid.LastVersion, ct);
        return homes.Where(h => h.MovedAt > sent.ReceivedAt).Select(h =>
            $"{h.Name} has another address or council area than when you sent your bid. If the bid offers it, it cannot be "
            + "awarded. Before the deadline you can send it again.");
    }

    /// <summary>Of the home that the bid offers; before it offers one, where every home that could be is new.</summary>
    /// <param name="today">The London date.</param>
    public async Task<NewHomeDto?> OfNewHomeAsync(
        CallOff callOff, LotMember? member, BidContent? draft, IReadOnlyList<PremisesSummary> homes, DateOnly today,
        CancellationToken ct)
    {
        var chosen = draft?.PremisesId is { } id
            ? homes.Where(h => h.Id == id).ToList()
            : [.. homes.Where(h => h.Category == callOff.Category && h.Usable)];
        if (chosen.Count == 0)
        {
            return null;
        }

        var provider = chosen[0].ProviderId;
        var used = await inUse.ReadAsync(callOff, [provider], chosen, today, ct);
        var uses = chosen.ConvertAll(h => used.Of(provider, h.Id, said: null));
        if (!uses.TrueForAll(u => u.NeedsReferences))
        {
            return null;
        }

        var which = chosen.Count == 1 ? chosen[0].Name : "your homes";
        return new NewHomeDto(
            $"{callOff.PlacingAuthorityName} has not used {which} yet. Before it can award, two other authorities must "
                + $"have given you references in the last 12 months, and {uses[0].Counted()}.",
            member?.ApplicationId);
    }
}
