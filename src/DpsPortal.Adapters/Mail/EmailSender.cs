using DpsPortal.Framework.BackgroundJobs;
using DpsPortal.Framework.Emailing;

namespace DpsPortal.Adapters.Mail;

/// <param name="MessageId">Made once, when it is queued: the same on every attempt.</param>
internal sealed record SendEmailArgs(Guid MessageId, string To, string Subject, string Body);

internal sealed class EmailSender(IBackgroundJobManager jobs) : IEmailSender
{
    public Task QueueAsync(string to, string subject, string body, CancellationToken ct = default) =>
        jobs.EnqueueAsync(new SendEmailArgs(Guid.NewGuid(), to, subject, body), ct: ct);
}

internal sealed class SendEmailJob(IEmailTransport transport) : AsyncBackgroundJob<SendEmailArgs>
{
    public override Task ExecuteAsync(SendEmailArgs args, CancellationToken ct) =>
        transport.SendAsync(args.MessageId, args.To, args.Subject, args.Body, ct);
}
