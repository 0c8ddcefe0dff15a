using DpsPortal.Framework.Application;
using DpsPortal.Framework.Events;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Integration;

namespace DpsPortal.Tendering.Questions;

/// <summary>Tells officers of a question and bidders of its answer or of more time; the words they read signed in.</summary>
internal sealed class QuestionNews(TenderingMail mail)
    : IDistributedEventHandler<QuestionAskedEto>,
    IDistributedEventHandler<QuestionAnsweredEto>,
    IDistributedEventHandler<CallOffExtendedEto>
{
    private static readonly Role[] Officers = [Role.PlacementsOfficer];

    public Task HandleEventAsync(QuestionAskedEto eventData, CancellationToken ct) => mail.TellAsync(
        eventData.AuthorityId,
        Officers,
        $"A question about call-off {eventData.Reference}",
        $"""
         A provider has asked a question about call-off {eventData.Reference}. Your answer goes to everybody invited.

         Bids close: {Sentences.London(eventData.Deadline)} (London time)

         Sign in to the portal to read it and to answer.
         """,
        ct);

    public async Task HandleEventAsync(QuestionAnsweredEto eventData, CancellationToken ct) => await mail.TellAsync(
        await mail.InvitedAsync(eventData.CallOffId, ct),
        $"A question was answered: {eventData.Reference}",
        $"""
         The authority has answered a question about call-off {eventData.Reference}. The deadline stays.

         Sign in to the portal to read it.
         """,
        ct);

    public async Task HandleEventAsync(CallOffExtendedEto eventData, CancellationToken ct) => await mail.TellAsync(
        await mail.InvitedAsync(eventData.CallOffId, ct),
        $"More time to bid: {eventData.Reference}",
        $"""
         {eventData.Reason switch
        {
            ExtensionReason.MaterialAnswer =>
                $"The authority has answered a question about call-off {eventData.Reference} and moved its deadline.",
            ExtensionReason.PortalFault =>
                $"The portal did not work as it should, so the deadline of call-off {eventData.Reference} was moved.",
            _ => $"The authority has moved the deadline of call-off {eventData.Reference}.",
        }}

         Bids now close: {Sentences.London(eventData.Deadline)} (London time)

         A bid that you have sent stays with the authority; you can replace it until then. Sign in to the portal to read
         why there is more time.
         """,
        ct);
}
