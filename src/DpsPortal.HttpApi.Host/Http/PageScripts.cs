using System.Text.Json;

namespace DpsPortal.HttpApi.Host.Http;

/// <summary>
/// The scripts of each page, from the <c>preload.json</c> that the build of the front end leaves: named in the answer
/// that brings the page, so that a slow telephone fetches them together instead of one level of imports after another.
/// </summary>
internal sealed class PageScripts
{
    private static readonly JsonSerializerOptions _web = new(JsonSerializerDefaults.Web);

    private readonly (string[] Path, string Link)[] _pages;

    private PageScripts(IEnumerable<Page> pages) =>
        _pages = [.. pages.Select(page => (Segments(page.Path), Link(page.Scripts)))];

    /// <summary>Reads the file of the build in a folder; a build without it preloads nothing.</summary>
    public static PageScripts Of(string root)
    {
        var file = Path.Combine(root, "preload.json");
        return new PageScripts(
            File.Exists(file) ? JsonSerializer.Deserialize<Page[]>(File.ReadAllText(file), _web)! : []);
    }

    /// <summary>The <c>Link</c> header of the page at a path (<c>/call-offs/1</c>); empty for any other path.</summary>
    public string LinkOf(PathString path)
    {
        var asked = Segments(path.Value!);
        return Array.Find(_pages, page => IsAt(page.Path, asked)).Link ?? "";
    }

    private static bool IsAt(string[] page, string[] asked) =>
        page.Length == asked.Length
        && page.Zip(asked).All(part => part.First.StartsWith(':') || part.First == part.Second);

    private static string Link(string[] scripts) =>
        string.Join(", ", scripts.Select(script => $"</{script}>; rel=modulepreload"));

    private static string[] Segments(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private sealed record Page(string Path, string[] Scripts);
}
