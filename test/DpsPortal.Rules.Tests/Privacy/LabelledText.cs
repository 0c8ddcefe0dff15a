using System.Text;
using System.Text.Json;
using DpsPortal.Rules.Privacy;

namespace DpsPortal.Rules.Tests.Privacy;

/// <summary>
/// A text of the corpus. In its line a span is written where it stands, [[PersonName|Amina]], so that no offset can
/// drift. The half is told by a hash of the id: rules are tuned on one half only.
/// </summary>
internal sealed record LabelledText(string Id, string Text, IReadOnlyList<Finding> Spans)
{
    public bool IsClean => Spans.Count == 0;

    public bool IsHeld => Hash(Id) % 2 == 1;

    public static IReadOnlyList<LabelledText> All { get; } =
    [
        .. from file in Directory.GetFiles(Folder, "*.jsonl").Order(StringComparer.Ordinal)
           from line in File.ReadLines(file)
           where line.Length > 0
           select Parse(line),
    ];

    /// <summary>Beside this source, wherever the tests run.</summary>
    public static string Folder => Path.Combine(Repository, "test", "DpsPortal.Rules.Tests", "Privacy", "Corpus");

    public static string Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "DpsPortal.sln")))
            {
                folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
            }

            return folder.FullName;
        }
    }

    private static LabelledText Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var marked = json.RootElement.GetProperty("text").GetString()!;
        var text = new StringBuilder();
        var spans = new List<Finding>();
        for (var at = 0; at < marked.Length;)
        {
            if (marked.AsSpan(at).StartsWith("[["))
            {
                var bar = marked.IndexOf('|', at);
                var end = marked.IndexOf("]]", bar, StringComparison.Ordinal);
                if (marked.AsSpan(end).StartsWith("]]]"))
                {
                    end++;
                }

                var kind = Enum.Parse<IdentifierKind>(marked.AsSpan(at + 2, bar - at - 2));
                spans.Add(new Finding(kind, text.Length, end - bar - 1));
                text.Append(marked.AsSpan(bar + 1, end - bar - 1));
                at = end + 2;
            }
            else
            {
                text.Append(marked[at++]);
            }
        }

        return new LabelledText(json.RootElement.GetProperty("id").GetString()!, text.ToString(), spans);
    }

    /// <summary>FNV-1a: the same on every machine.</summary>
    private static uint Hash(string id)
    {
        var hash = 2166136261;
        foreach (var letter in id)
        {
            hash = (hash ^ letter) * 16777619;
        }

        return hash >> 7;
    }
}
