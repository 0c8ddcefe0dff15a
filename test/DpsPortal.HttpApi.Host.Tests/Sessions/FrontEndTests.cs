using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Sessions;

public sealed class FrontEndTests(PortalWithPages portal) : IClassFixture<PortalWithPages>
{
    [Theory]
    [InlineData("/main-ABCD1234.js", "text/javascript")]
    [InlineData("/styles-ABCD1234.css", "text/css")]
    public async Task Who_can_read_brotli_is_sent_the_compressed_file(string path, string type)
    {
        var answer = await AskAsync(path, "gzip, br");

        answer.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        answer.Headers.Vary.ShouldContain("Accept-Encoding");
        (await answer.Content.ReadAsStringAsync()).ShouldBe("compressed");
    }

    [Theory]
    [InlineData("/main-ABCD1234.js", "gzip")]
    [InlineData("/alone-ABCD1234.js", "br")]
    public async Task The_file_itself_is_sent_to_others_and_where_no_other_is_there(string path, string accepts)
    {
        var answer = await AskAsync(path, accepts);

        answer.Content.Headers.ContentEncoding.ShouldBeEmpty();
        answer.Headers.Vary.ShouldContain("Accept-Encoding");
        (await answer.Content.ReadAsStringAsync()).ShouldBe("plain");
    }

    [Theory]
    [InlineData("/main-ABCD1234.js", "immutable")]
    [InlineData("/alone-A_CD-234.js", "immutable")]
    [InlineData("/favicon.svg", "no-cache")]
    [InlineData("/call-offs/of-today", "no-cache")]
    public async Task Only_a_name_with_a_sum_of_its_content_is_kept_for_good(string path, string kept)
    {
        var answer = await AskAsync(path, "br");

        answer.IsSuccessStatusCode.ShouldBeTrue();
        answer.Headers.CacheControl!.ToString().ShouldContain(kept);
    }

    [Theory]
    [InlineData("/", "</today-ABCD1234.js>; rel=modulepreload")]
    [InlineData("/call-offs/of-today", "</call-off-ABCD1234.js>; rel=modulepreload, </ui-ABCD1234.js>; rel=modulepreload")]
    [InlineData("/call-offs/new", "</form-ABCD1234.js>; rel=modulepreload")]
    public async Task The_answer_that_brings_a_page_names_its_scripts(string path, string link)
    {
        var answer = await AskAsync(path, "br");

        (await answer.Content.ReadAsStringAsync()).ShouldBe("plain");
        answer.Headers.GetValues("Link").ShouldBe([link]);
    }

    [Theory]
    [InlineData("/call-offs")]
    [InlineData("/call-offs/of-today/letters")]
    [InlineData("/main-ABCD1234.js")]
    [InlineData("/api/session")]
    public async Task Nothing_but_a_page_names_scripts(string path)
    {
        var answer = await AskAsync(path, "br");

        answer.Headers.Contains("Link").ShouldBeFalse();
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string accepts)
    {
        using var client = new HttpClient { BaseAddress = portal.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd(accepts);
        return await client.SendAsync(request);
    }
}

/// <summary>A portal that serves a few files like those of the build.</summary>
public sealed class PortalWithPages : PortalFixture
{
    public PortalWithPages()
    {
        var web = Path.Combine(DataFolder, "web");
        Directory.CreateDirectory(web);
        foreach (var name in new[]
        {
            "index.html", "favicon.svg", "main-ABCD1234.js", "styles-ABCD1234.css", "alone-ABCD1234.js",
            "alone-A_CD-234.js",
        })
        {
            File.WriteAllText(Path.Combine(web, name), "plain");
        }

        File.WriteAllText(
            Path.Combine(web, "preload.json"),
            """
            [
              { "path": "", "scripts": ["today-ABCD1234.js"] },
              { "path": "call-offs/new", "scripts": ["form-ABCD1234.js"] },
              { "path": "call-offs/:id", "scripts": ["call-off-ABCD1234.js", "ui-ABCD1234.js"] }
            ]
            """);
        File.WriteAllText(Path.Combine(web, "main-ABCD1234.js.br"), "compressed");
        File.WriteAllText(Path.Combine(web, "styles-ABCD1234.css.br"), "compressed");
    }
}
