using DpsPortal.Adapters.Mail;
using DpsPortal.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.HttpApi.Host.Tests.Accounts;

/// <summary>What the portal has sent to one address.</summary>
internal static class Mailbox
{
    public static async Task<IReadOnlyList<PickedUpMail>> MailAsync(this PortalFixture portal, string address)
    {
        await portal.DrainOutboxAsync();
        var all = await portal.Services.GetRequiredService<PickupFolder>().GetListAsync(CancellationToken.None);
        return [.. all.Where(mail => mail.To == address)];
    }

    /// <summary>The secret of the one link in the only mail that leads to the page.</summary>
    public static async Task<string> LinkAsync(this PortalFixture portal, string address, string page)
    {
        var mail = (await portal.MailAsync(address)).Single(m => m.Body.Contains($"/{page}#", StringComparison.Ordinal));
        return TokenIn(mail, page);
    }

    public static string TokenIn(PickedUpMail mail, string page) =>
        mail.Body.Split($"/{page}#", 2)[1].Split('\n', 2)[0].Trim();

    /// <summary>A browser that has its first token, as the page has.</summary>
    public static async Task<PortalClient> VisitorAsync(this PortalFixture portal)
    {
        var client = portal.Anonymous();
        await client.GetAsync("/api/session");
        return client;
    }
}
