using DpsPortal.Framework.Application;
using DpsPortal.Framework.Events;
using DpsPortal.Tendering.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Boxes;

/// <summary>
/// Sends the root of a closed box out of the portal: to each bidder with the proof that its bid is in it, and to the
/// authority's officers. Whoever holds such a message can tell later whether the box was changed. And tells the officers
/// again where nobody opens it.
/// </summary>
internal sealed class BoxNews(ITenderingDbContext db, TenderingMail mail)
    : IDistributedEventHandler<BoxClosedEto>,
    IDistributedEventHandler<OpeningOverdueEto>
{
    private static readonly Role[] Officers = [Role.PlacementsOfficer, Role.PlacementsApprover];

    public async Task HandleEventAsync(BoxClosedEto eventData, CancellationToken ct)
    {
        var box = await db.ClosedBoxes.AsNoTracking().SingleAsync(b => b.CallOffId == eventData.CallOffId, ct);
        var bidders = await db.Database.SqlQuery<BoxBidder>(
            $"select provider_id, leaf from tendering.box_bidders({eventData.CallOffId})").ToListAsync(ct);
        var leaves = new BoxLeaves
        {
            CallOffId = box.CallOffId,
            AuthorityId = box.AuthorityId,
            Leaves = await db.LeavesAsync(box.CallOffId, ct),
        };
        foreach (var bidder in bidders)
        {
            var proof = leaves.ProofOf(bidder.Leaf, box.Signed);
            await mail.TellAsync(
                [bidder.ProviderId],
                $"Bidding has closed: {eventData.Reference}",
                $"""
                 Bidding on call-off {eventData.Reference} has closed, and your bid is in the box. Two officers open it
                 together; a letter tells you the outcome.

                 Keep this message. It proves that your bid was in the box when it closed:

                 Root of the box: {box.Root}
                 Receipts in it: {proof.Size}
                 Your receipt: {bidder.Leaf}
                 Its place, from 0: {proof.Index}
                 Path to the root:
                 {(proof.Path.Count == 0 ? "none, yours is the only receipt" : string.Join('\n', proof.Path))}

                 The receipt file, which you find with your bid when you sign in to the portal, holds all of this. It can
                 be checked without the portal.
                 """,
                ct);
        }

        await mail.TellAsync(
            eventData.AuthorityId,
            Officers,
            $"Bidding has closed: {eventData.Reference}",
            $"""
             Bidding on call-off {eventData.Reference} has closed.

             Keep this message. The root stands for every receipt in the box; a box that is changed no longer fits it:

             {box.Root}

             Sign in to the portal to see what to do next.
             """,
            ct);
    }

    public Task HandleEventAsync(OpeningOverdueEto eventData, CancellationToken ct) => mail.TellAsync(
        eventData.AuthorityId,
        Officers,
        $"Bids wait to be opened: {eventData.Reference}",
        $"""
         Bidding on call-off {eventData.Reference} closed on {Sentences.London(eventData.ClosedAt)} (London time).

         {(eventData.FirstOfficer is { } first
            ? $"{first} has asked to open the bids and waits for a second officer."
            : "Nobody has asked to open the bids yet.")} Two officers of your authority open them together; nothing
         opens by itself.

         Sign in to the portal to open them.
         """,
        ct);

    private sealed record BoxBidder
    {
        [System.ComponentModel.DataAnnotations.Schema.Column("provider_id")]
        public required Guid ProviderId { get; init; }

        [System.ComponentModel.DataAnnotations.Schema.Column("leaf")]
        public required string Leaf { get; init; }
    }
}
