using DpsPortal.Accreditation.Integration;
using DpsPortal.Property.Integration;
using DpsPortal.Rules.Calendar;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.EarlierUses;
using DpsPortal.Tendering.PriceQuestions;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Evaluations;

/// <summary>An opened bid with all that is known of it now.</summary>
/// <param name="Use">Whether the home is new to the authority.</param>
/// <param name="GateFailures">Why it cannot be awarded as things stand, in sentences.</param>
internal sealed record BookedBid(
    OpenedBid Opened, SubmittedBid Submitted, StandingSnapshot Standing, IReadOnlyList<BidScore> Scores,
    LotMember? Member, PremisesSummary? Home, PriceQuestion? PriceQuestion, HomeUse Use,
    IReadOnlyList<string> GateFailures);

/// <summary>Reads the opened bids of one call-off, with the bidders' standing as it is today.</summary>
internal sealed class EvaluationBook(
    ITenderingDbContext db, IMembershipIntegrationService memberships, IPremisesIntegrationService premises,
    IPlaceNightsIntegrationService nights, HomesInUse inUse)
{
    /// <returns>In the order of their labels; none before opening.</returns>
    public async Task<IReadOnlyList<BookedBid>> ReadAsync(CallOff callOff, CancellationToken ct)
    {
        var opened = await db.OpenedBids.Where(o => o.CallOffId == callOff.Id).OrderBy(o => o.Label)
            .Join(db.ReleasedBids, o => o.VersionId, r => r.VersionId, (o, r) => new { Opened = o, Released = r })
            .Join(
                db.BidVersions, o => o.Opened.VersionId, v => v.Id,
                (o, v) => new { o.Opened, o.Released, v.ReceivedAt })
            .ToListAsync(ct);
        if (opened.Count == 0)
        {
            return [];
        }

        var scores = await db.BidScores.Where(s => s.CallOffId == callOff.Id).ToListAsync(ct);
        var asked = await db.PriceQuestions.Where(q => q.CallOffId == callOff.Id).ToDictionaryAsync(q => q.BidId, ct);
        var submitted = opened.ToDictionary(o => o.Opened.BidId, o => o.Released.Read());
        var bidders = submitted.Values.Select(s => s.ProviderId).Distinct().ToList();
        var members = await memberships.GetMembersOfAsync(callOff.LotId, bidders, ct);
        var lot = await memberships.GetLotAsync(callOff.LotId, ct)
            ?? throw new InvalidOperationException($"Lot {callOff.LotId} of an opened call-off is gone.");
        var offered = submitted.Values.Select(s => s.Bid.PremisesId!.Value).Distinct().ToList();
        var homes = (await premises.GetListAsync(offered, ct)).ToDictionary(h => h.Id);
        var atTheDeadline = await premises.GetDeclaredAsync(offered, callOff.Deadline, ct);
        var today = LondonTime.DateOf(await db.NowAsync(ct));
        var promised = await nights.GetPromisedAsync(
            [.. submitted.Values.Select(s => s.Bid.PlaceId!.Value)], today, callOff.Id, ct);
        var said = await db.EarlierUses.Where(u => u.CallOffId == callOff.Id).ToDictionaryAsync(u => u.Id, ct);
        var used = await inUse.ReadAsync(callOff, bidders, homes.Values, today, ct);

        var book = new List<BookedBid>();
        foreach (var one in opened)
        {
            var bid = submitted[one.Opened.BidId];
            var member = members.GetValueOrDefault(bid.ProviderId);
            var home = homes.GetValueOrDefault(bid.Bid.PremisesId!.Value);
            var priceQuestion = asked.GetValueOrDefault(one.Opened.BidId);
            var use = used.Of(
                bid.ProviderId, bid.Bid.PremisesId!.Value, said.GetValueOrDefault(one.Opened.BidId));
            var standing = one.Released.ReadStanding();
            book.Add(new BookedBid(
                one.Opened, bid, standing,
                [.. scores.Where(s => s.BidId == one.Opened.BidId).OrderBy(s => s.CriterionId, StringComparer.Ordinal)],
                member, home, priceQuestion, use,
                [
                    .. AwardGates.ProviderFailures(callOff, lot.AccreditationUse, member),
                    .. AwardGates.PremisesFailures(
                        callOff, lot.AccreditationUse, member, home, bid.Bid.PlaceId),
                    .. AwardGates.CuredTooLate(
                        callOff, atTheDeadline.GetValueOrDefault(bid.Bid.PremisesId!.Value), home, bid.Bid.PlaceId),
                    .. AwardGates.MovedSinceTheBid(standing, one.ReceivedAt, home),
                    .. AwardGates.VacancyFailures(
                        Stay.NightsOf(callOff.Needs!, bid.Bid.AvailableFrom, today),
                        home?.Places.SingleOrDefault(p => p.Id == bid.Bid.PlaceId), promised),
                    .. AwardGates.NewHomeFailures(callOff, use),
                    .. PriceQuestionView.Exclusion(priceQuestion),
                ]));
        }

        return book;
    }
}
