using System.Text;
using System.Text.RegularExpressions;
using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.Permissions;
using DpsPortal.Organisations.People;
using DpsPortal.Tendering.Bids;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>
/// Every address that can be read, by every role, asked for what it might show of a bid before the opening. Source: PCR
/// 2015, reg. 22(16)(b).
/// </summary>
public sealed partial class SealedFromEverybodyTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    private static readonly Role[] ProviderRoles = [Role.ProviderAdministrator, Role.ProviderStaff];

    [Fact]
    public async Task T04_reg_22_16_b_no_answer_to_anybody_holds_a_word_of_a_bid_before_the_opening_and_no_mail_does()
    {
        var bids = new Canary();
        var callOff = await portal.PublishedAsync();
        var draft = await (await portal.ProviderAsync(portal.LanternRow)).PutAsync<BidDto>(
            $"/api/opportunities/{callOff.Id}/bid",
            portal.BidInput(portal.LanternRow, 100_000) with
            {
                Answers = [.. TenderingFixture.Criteria.Select(c => new BidAnswerDto(c.Id, $"Say {bids.Next()}."))],
            });
        (await portal.SubmitAsync(callOff.Id, portal.LanternRow, draft)).IsSuccess.ShouldBeTrue();
        var before = await ReadEverythingAsync(callOff.Id, draft.Id);
        await portal.Clock.SetAsync(callOff.Deadline.AddSeconds(1));
        (await portal.GetAsync(callOff.Id)).ClosedAt.ShouldNotBeNull();
        await portal.DrainOutboxAsync();
        var closed = await ReadEverythingAsync(callOff.Id, draft.Id);
        await portal.OpenAsync(callOff);
        var opened = await TenderingFixture.DeclareAsync(await portal.OfficerAsync, callOff.Id);

        bids.FoundIn(before).ShouldBeEmpty();
        bids.FoundIn(closed).ShouldBeEmpty();
        bids.FoundIn(Mails()).ShouldBeEmpty();
        opened.Bids.Single().Answers.Count(a => a.Text.Contains(bids.Mark, StringComparison.Ordinal)).ShouldBe(bids.Made);
    }

    /// <summary>Answers, each by who asked and where.</summary>
    private async Task<List<(string Name, byte[] Content)>> ReadEverythingAsync(Guid callOff, Guid bid)
    {
        var answers = new List<(string, byte[])>();
        var paths = EndpointLine.Of(portal.Services).Where(line => line.Method == "GET")
            .SelectMany(line => new[] { callOff, bid, portal.LanternRow.Id }.Select(id => RouteValue().Replace(
                line.Route, m => m.Value.EndsWith(":int}", StringComparison.Ordinal) ? "1" : id.ToString())))
            .Distinct().ToList();
        paths.Count.ShouldBeGreaterThan(100);
        foreach (var (name, client) in await EverybodyAsync())
        {
            foreach (var path in paths)
            {
                answers.Add(($"{name} {path}", Encoding.UTF8.GetBytes((await client.GetAsync(path)).Text)));
            }
        }

        return answers;
    }

    /// <summary>The bidder too: what it sent the portal cannot show it either.</summary>
    private async Task<List<(string Name, PortalClient Client)>> EverybodyAsync()
    {
        var everybody = new List<(string, PortalClient)> { ("Nobody", portal.Anonymous()) };
        foreach (var organisation in new[]
        {
            portal.NorthwickVale, portal.Eastmarsh, portal.Kingsferry, portal.LanternRow, portal.Copperleaf,
        })
        {
            var roles = organisation.Kind == OrganisationKind.Provider
                ? ProviderRoles
                : [.. Enum.GetValues<Role>().Except(ProviderRoles)];
            everybody.Add((organisation.Name, await portal.AsAnotherAsync(organisation, roles)));
        }

        return everybody;
    }

    private IEnumerable<(string Name, byte[] Content)> Mails() =>
        Directory.EnumerateFiles(portal.DataFolder, "*.eml", SearchOption.AllDirectories)
            .Select(file => (file, File.ReadAllBytes(file)));

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex RouteValue();
}
