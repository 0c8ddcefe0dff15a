using System.Reflection;

namespace DpsPortal.Rules.Privacy;

/// <summary>The lists under Data, read once, when the first text is looked at. Keys are in capitals.</summary>
internal sealed class Lexicon
{
    private static readonly (string File, Traits Trait)[] Lists =
    [
        ("words", Traits.Ordinary), ("first-names", Traits.FirstName), ("first-names-own", Traits.FirstName),
        ("surnames", Traits.Surname), ("surnames-own", Traits.Surname), ("places", Traits.Place),
        ("places-own", Traits.KnownPlace), ("quiet", Traits.Quiet), ("roles", Traits.Role), ("verbs", Traits.Verb),
        ("acronyms", Traits.Acronym),
    ];

    private static readonly Lazy<Lexicon> Only = new(() => new Lexicon());

    private readonly Dictionary<string, Traits>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _phrases;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _longestPhrase;

    private Lexicon()
    {
        var words = new Dictionary<string, Traits>(120_000, StringComparer.Ordinal);
        var phrases = new HashSet<string>(StringComparer.Ordinal);
        var longest = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (file, trait) in Lists)
        {
            foreach (var line in Lines(file))
            {
                if (line.Contains(' ', StringComparison.Ordinal))
                {
                    AddPhrase(line);
                }
                else
                {
                    words[line] = words.GetValueOrDefault(line) | trait;
                }
            }
        }

        foreach (var line in Lines("quiet-phrases"))
        {
            AddPhrase(line);
        }

        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        _phrases = phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        _longestPhrase = longest.GetAlternateLookup<ReadOnlySpan<char>>();

        void AddPhrase(string line)
        {
            phrases.Add(line);
            var first = line[..line.IndexOf(' ', StringComparison.Ordinal)];
            longest[first] = Math.Max(longest.GetValueOrDefault(first), line.Count(c => c == ' ') + 1);
        }
    }

    public static Lexicon Instance => Only.Value;

    public Traits Of(ReadOnlySpan<char> capitals) => _words.TryGetValue(capitals, out var traits)
        ? traits : Traits.None;

    /// <summary>How many words the longest phrase has that begins with this one; 0 if none does.</summary>
    public int LongestPhrase(ReadOnlySpan<char> first) => _longestPhrase.TryGetValue(first, out var words) ? words : 0;

    public bool IsPhrase(ReadOnlySpan<char> capitals) => _phrases.Contains(capitals);

    private static IEnumerable<string> Lines(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Privacy.{file}")
            ?? throw new InvalidOperationException($"The list {file} is missing.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.ToUpperInvariant();
            }
        }
    }
}
