using DpsPortal.Framework.Events;
using DpsPortal.Tendering.Integration;

namespace DpsPortal.Tendering;

/// <summary>Tells providers by e-mail that something waits for them; what it is they read signed in.</summary>
internal sealed class TenderingNews(TenderingMail mail)
    : IDistributedEventHandler<CallOffPublishedEto>,
    IDistributedEventHandler<CallOffCancelledEto>,
    IDistributedEventHandler<LettersReleasedEto>,
    IDistributedEventHandler<PriceQuestionedEto>
{
    public async Task HandleEventAsync(CallOffPublishedEto eventData, CancellationToken ct) => await mail.TellAsync(
        await mail.InvitedAsync(eventData.CallOffId, ct),
        $"You are invited to bid: {eventData.Reference}",
        $"""
         A call-off has been published and you are invited to bid.

         Reference: {eventData.Reference}
         Bids close: {Sentences.London(eventData.Deadline)} (London time)

         Sign in to the portal to read it and to bid, or to say that you will not.
         """,
        ct);

    public async Task HandleEventAsync(CallOffCancelledEto eventData, CancellationToken ct) => await mail.TellAsync(
        await mail.InvitedAsync(eventData.CallOffId, ct),
        $"Call-off cancelled: {eventData.Reference}",
        $"""
         The authority has cancelled call-off {eventData.Reference}. You need not do anything.

         Sign in to the portal to read why.
         """,
        ct);

    public async Task HandleEventAsync(LettersReleasedEto eventData, CancellationToken ct) => await mail.TellAsync(
        eventData.ProviderIds,
        $"A letter is waiting: {eventData.Reference}",
        $"""
         The outcome of call-off {eventData.Reference} has been decided and a letter is waiting for you.

         Sign in to the portal to read it.
         """,
        ct);

    public async Task HandleEventAsync(PriceQuestionedEto eventData, CancellationToken ct) => await mail.TellAsync(
        [eventData.ProviderId],
        $"A question about your bid: {eventData.Reference}",
        $"""
         The authority has a question about your bid on call-off {eventData.Reference}.

         Answer by: {Sentences.London(eventData.AnswerBy)} (London time)

         Sign in to the portal to read it and to answer.
         """,
        ct);
}
