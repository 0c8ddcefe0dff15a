using Microsoft.Extensions.Configuration;

namespace DpsPortal.Organisations.Accounts;

/// <summary>
/// Where the portal is, for links in e-mails: configured as <c>Portal:Address</c>, never taken from a request, whose
/// sender could name a place of their own.
/// </summary>
internal sealed class PortalAddress(IConfiguration configuration)
{
    private readonly string _root = (configuration["Portal:Address"] ?? "http://localhost:5080").TrimEnd('/');

    public string LinkTo(string page, string token) => $"{_root}/{page}#{token}";

    public string PageOf(string page) => $"{_root}/{page}";
}
