using Microsoft.Extensions.Configuration;

namespace DpsPortal.Organisations.Accounts;

/// <summary>
/// Where the portal is, for links in e-mails: configured as <c>Portal:Address</c>, never taken from a request, whose
/// sender could name a place of their own.
/// </summary>
internal sealed class PortalAddress(IConfiguration configuration)
{
    private readonly string _root = (configuration["Portal:Address"] ?? "http://localhost:5080").TrimEnd('/');

    /// <summary>Whose passkeys they are. Changing it makes all passkeys useless.</summary>
    public string HostName => new Uri(_root).Host;

    /// <summary>As a browser names the page that asks.</summary>
    public string Origin => new Uri(_root).GetLeftPart(UriPartial.Authority);

    public string LinkTo(string page, string token) => $"{_root}/{page}#{token}";

    public string PageOf(string page) => $"{_root}/{page}";
}
