using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations.Documents;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Documents;

/// <summary>Threat T21: what a sender calls a file, from the upload to the header of the download.</summary>
public sealed class HostileNameTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string[] Pieces =
    [
        "../", "..\\", "/", "\\", "\0", "\r\n", "\r\nSet-Cookie: a=b\r\n", "\t", "\u202E", "\u200B", "\uFEFF", "\uD83D",
        "\uDE00", "\U0001F600", "CON", "NUL", "a", "\u00E9", "e\u0301", "%00", "%2e%2e%2f", "%0d%0a", "\"", "'", ";",
        "filename=", "; filename*=UTF-8''x", " ", ".", "<b>", "|", "*", "?", ":", "\u2028", "\u0085", "\uE000",
        "\u4E2D", "\u05D0", "&", "#", "$(x)", "`x`", new string('x', 5_000),
    ];

    [Fact]
    public async Task T21_Five_hundred_hostile_names_come_back_as_plain_names_and_move_nothing()
    {
        var provider = await portal.AsAsync(portal.HarbourSteps, Role.ProviderStaff);
        var plain = (await provider.UploadAsync("plain.pdf", SampleFiles.Pdf())).Read<DocumentDto>();
        var random = new Random(2121);
        var kept = new Dictionary<Guid, string>();
        for (var i = 0; i < 500; i++)
        {
            var sent = string.Concat(
                Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.GetItems(Pieces, 1)[0])) + ".pdf";
            var answer = await SendAsync(provider, sent, isEncoded: i % 5 != 0);
            if (answer.IsSuccess)
            {
                var document = answer.Read<DocumentDto>();
                kept[document.Id] = document.Name;
            }
            else
            {
                ((int)answer.Status).ShouldBeInRange(400, 422, $"{Uri.EscapeDataString(Start(sent))}: {answer.Text}");
                answer.Problem.Code.ShouldNotBeNullOrEmpty();
            }
        }

        // The others are refused by name: nothing is left of them, or their form is broken by what they hold.
        kept.Count.ShouldBeGreaterThan(300);
        kept.Values.ShouldAllBe(
            name => DocumentName.Clean(name) == name && name.Length <= DocumentConsts.MaxNameLength);
        await portal.DrainOutboxAsync();
        await AreListedAsync(provider, kept);
        await AreServedAsync(provider, kept, await provider.GetAsync($"/api/documents/{plain.Id}/content"));
        FilesStayWhereTheyBelong();
    }

    private static async Task AreListedAsync(PortalClient provider, Dictionary<Guid, string> kept)
    {
        var listed = new Dictionary<Guid, string>();
        for (var skip = 0; skip <= kept.Count; skip += 200)
        {
            var page = await provider.GetAsync<PagedResult<DocumentDto>>($"/api/documents?skip={skip}&take=200");
            foreach (var document in page.Items)
            {
                listed[document.Id] = document.Name;
            }
        }

        foreach (var (id, name) in kept)
        {
            listed[id].ShouldBe(name);
        }
    }

    private static async Task AreServedAsync(PortalClient provider, Dictionary<Guid, string> kept, PortalAnswer plain)
    {
        plain.Status.ShouldBe(HttpStatusCode.OK);
        foreach (var (id, name) in kept)
        {
            var served = await provider.GetAsync($"/api/documents/{id}/content");

            served.Status.ShouldBe(HttpStatusCode.OK, name);
            served.Headers.Keys.Order().ShouldBe(plain.Headers.Keys.Order(), name);
            var header = ContentDispositionHeaderValue.Parse(served.Headers["Content-Disposition"]);
            (header.DispositionType, header.FileNameStar).ShouldBe(("attachment", name));
            served.Body.ShouldBe(plain.Body);
        }
    }

    /// <summary>Below the portal's folder, and called by numbers of the portal's own.</summary>
    private void FilesStayWhereTheyBelong()
    {
        var stored = Directory.GetFiles(portal.DataFolder, "*", SearchOption.AllDirectories)
            .Where(path => File.ReadAllBytes(path).AsSpan().StartsWith("%PDF"u8))
            .Select(Path.GetFileName)
            .ToList();
        stored.Count.ShouldBeGreaterThan(300);
        stored.ShouldAllBe(name => name!.All(c => char.IsAsciiHexDigit(c) || c == '-' || c == '.'));
    }

    /// <summary>Written by hand: the usual client would make the name harmless before it is sent.</summary>
    private static async Task<PortalAnswer> SendAsync(PortalClient provider, string name, bool isEncoded)
    {
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name));
        var label = isEncoded
            ? $"filename=\"x.pdf\"; filename*=UTF-8''{Uri.EscapeDataString(whole)}"
            : $"filename=\"{name}\"";
        byte[] body =
        [
            .. Encoding.UTF8.GetBytes(
                $"--edge\r\nContent-Disposition: form-data; name=\"file\"; {label}\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n"),
            .. SampleFiles.Pdf(),
            .. "\r\n--edge--\r\n"u8,
        ];
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=edge");
        return await provider.SendContentAsync(HttpMethod.Post, "/api/documents", content);
    }

    private static string Start(string name) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name[..Math.Min(name.Length, 80)]));
}
