using System.Net;
using DpsPortal.TestBase;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace DpsPortal.HttpApi.Host.Tests.Sessions;

/// <summary>As in production, behind a proxy on this machine that ends TLS.</summary>
public sealed class ProductionFixture : PortalFixture
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["environment"] = "Production",
        ["Portal:Address"] = "https://portal.example.org",
        ["Proxy:Addresses"] = "127.0.0.1, ::1",
    };
}

[Trait("ASVS", "4.1.3")]
public sealed class OwnAddressTests(ProductionFixture portal) : IClassFixture<ProductionFixture>
{
    private const string OurHost = "portal.example.org";

    [Theory]
    [InlineData(OurHost, "https", true)]
    [InlineData("PORTAL.example.org", "https", true)]
    [InlineData("portal.example.org:443", "https", true)]
    [InlineData(OurHost, "http", false)]
    [InlineData("portal.example.org:8443", "https", false)]
    [InlineData("portal.example.org.evil.example", "https", false)]
    [InlineData("evil.example", "https", false)]
    [InlineData("localhost", "https", false)]
    [InlineData("127.0.0.1", "https", false)]
    public async Task In_production_the_portal_answers_under_its_own_address_alone(
        string host, string scheme, bool isOurs)
    {
        using var client = portal.Anonymous();

        var answer = await client.SendAsync(
            HttpMethod.Get, "/api/session", null, ("Host", host), ("X-Forwarded-Proto", scheme));

        answer.Status.ShouldBe(isOurs ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.Text);
        if (!isOurs)
        {
            answer.Problem.Code.ShouldBe("DpsPortal:ForeignAddress");
            answer.Problem.Detail.ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task What_a_proxy_says_of_the_host_counts_for_nothing()
    {
        using var client = portal.Anonymous();

        var answer = await client.SendAsync(
            HttpMethod.Get, "/api/session", null,
            ("Host", "evil.example"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", OurHost));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/live")]
    [InlineData("/ready")]
    public async Task A_probe_asks_by_number(string path)
    {
        using var client = portal.Anonymous();

        (await client.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("https://portal.example.org", "", true)]
    [InlineData("https://portal.example.org", "same-origin", true)]
    [InlineData("", "", true)]
    [InlineData("http://portal.example.org", "", false)]
    [InlineData("https://portal.example.org:8443", "", false)]
    [InlineData("https://evil.example", "", false)]
    [InlineData("https://evil.example", "same-origin", false)]
    [InlineData("http://localhost", "", false)]
    [InlineData("null", "", false)]
    [InlineData("https://portal.example.org", "same-site", false)]
    [InlineData("https://portal.example.org", "cross-site", false)]
    public async Task An_unsafe_call_comes_from_our_own_pages(string origin, string site, bool isOurs)
    {
        using var client = portal.Anonymous();

        var answer = await client.SendAsync(
            HttpMethod.Post,
            "/api/account/sign-in",
            new { email = "nobody@example.org", password = "not the one" },
            [
                ("Host", OurHost), ("X-Forwarded-Proto", "https"),
                .. origin.Length > 0 ? new[] { ("Origin", origin) } : [],
                .. site.Length > 0 ? new[] { ("Sec-Fetch-Site", site) } : [],
            ]);

        answer.Problem.Code.ShouldBe(isOurs ? "Organisations:SignInFailed" : "antiforgery");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("portal.example.org")]
    [InlineData("ftp://portal.example.org")]
    public void In_production_the_portal_does_not_start_without_its_address(string? address)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Path"] = "/data",
            ["Portal:Address"] = address,
        }).Build();

        Should.Throw<InvalidOperationException>(
            () => new Http.OwnAddress(settings, new HostingEnvironment { EnvironmentName = "Production" }))
            .Message.ShouldContain("Portal:Address");
    }
}

/// <summary>Where the portal is tried out, and in tests.</summary>
public sealed class LocalAddressTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("localhost", true)]
    [InlineData("localhost:4200", true)]
    [InlineData("127.0.0.1:5080", true)]
    [InlineData("[::1]:5080", true)]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("192.0.2.7", false)]
    public async Task Any_port_of_this_machine_answers_and_no_other_name(string host, bool isOurs)
    {
        using var client = portal.Anonymous();

        var answer = await client.SendAsync(HttpMethod.Get, "/api/session", null, ("Host", host));

        answer.Status.ShouldBe(isOurs ? HttpStatusCode.OK : HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("http://localhost:4200", true)]
    [InlineData("https://localhost:4200", false)]
    [InlineData("http://localhost:4201", false)]
    [InlineData("http://127.0.0.1:4200", false)]
    public async Task An_unsafe_call_comes_from_the_same_port_and_by_the_same_scheme(string origin, bool isOurs)
    {
        using var client = portal.Anonymous();

        var answer = await client.SendAsync(
            HttpMethod.Post,
            "/api/account/sign-in",
            new { email = "nobody@example.org", password = "not the one" },
            ("Host", "localhost:4200"),
            ("Origin", origin));

        answer.Status.ShouldBe(isOurs ? HttpStatusCode.Unauthorized : HttpStatusCode.BadRequest);
    }

    /// <summary>Threat T48: nobody is named as a proxy here.</summary>
    [Fact]
    public async Task T48_what_a_stranger_says_of_the_scheme_counts_for_nothing()
    {
        using var client = portal.Anonymous();

        var answer = await client.SendAsync(
            HttpMethod.Get, "/api/session", null, ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "192.0.2.7"));

        answer.Headers.Keys.ShouldNotContain("Strict-Transport-Security");
    }
}
