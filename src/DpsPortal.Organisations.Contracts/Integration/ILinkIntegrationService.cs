using System.Net;

namespace DpsPortal.Organisations.Integration;

/// <summary>One-time links of other modules, with the one counter of wrong guesses that all links share.</summary>
public interface ILinkIntegrationService
{
    /// <summary>A new secret. Its hash is kept; the address, which holds the secret, is only ever mailed.</summary>
    OneTimeLink Create(string page);

    /// <summary>Before a secret is looked up.</summary>
    /// <exception cref="Accounts.TooManyAttemptsException">Too many wrong ones from this network.</exception>
    string HashOf(string secret, IPAddress? from);

    /// <summary>A secret that opened nothing: counted, and on record. Call it outside a transaction that rolls back.</summary>
    /// <param name="objectId">Empty where nobody knows what was meant.</param>
    Task RefusedAsync(
        string objectType, Guid objectId, string action, string code, IPAddress? from, CancellationToken ct);
}

public sealed record OneTimeLink(string Address, string Hash);
