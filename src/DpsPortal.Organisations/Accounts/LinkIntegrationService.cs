using System.Net;
using DpsPortal.Organisations.Auditing;
using DpsPortal.Organisations.Integration;

namespace DpsPortal.Organisations.Accounts;

internal sealed class LinkIntegrationService(PortalAddress portal, SignInThrottle throttle, IRefusalAudit refusals)
    : ILinkIntegrationService
{
    public OneTimeLink Create(string page)
    {
        var (token, hash) = LinkToken.Create();
        return new OneTimeLink(portal.LinkTo(page, token), hash);
    }

    public string HashOf(string secret, IPAddress? from)
    {
        throttle.CheckGuess(SignInThrottle.NetworkOf(from));
        return LinkToken.HashOf(secret);
    }

    public Task RefusedAsync(
        string objectType, Guid objectId, string action, string code, IPAddress? from, CancellationToken ct)
    {
        throttle.FailedGuess(SignInThrottle.NetworkOf(from));
        return refusals.RecordRefusalAsync(objectType, objectId, action, code, ct);
    }
}
