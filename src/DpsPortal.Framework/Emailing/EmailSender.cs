namespace DpsPortal.Framework.Emailing;

/// <summary>E-mail by fixed templates: it says what happened and to sign in; never a child's data, never a price.</summary>
public interface IEmailSender
{
    /// <summary>Queues in the current transaction; sent after its commit.</summary>
    Task QueueAsync(string to, string subject, string body, CancellationToken ct = default);
}

/// <summary>Hands one message to the relay. Implemented by an adapter.</summary>
public interface IEmailTransport
{
    /// <param name="messageId">Stable over retries, so that a relay can drop the second copy.</param>
    Task SendAsync(Guid messageId, string to, string subject, string body, CancellationToken ct);
}
