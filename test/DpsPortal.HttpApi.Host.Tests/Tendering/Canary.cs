using System.Text;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>Words that stand nowhere else, with one mark in all of them.</summary>
internal sealed class Canary
{
    /// <summary>Letters alone: no number that somebody could be known by.</summary>
    public string Mark { get; } =
        string.Concat($"{Guid.NewGuid():N}"[..20].Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + 'g') : c));

    public int Made { get; private set; }

    public string Next() => $"{Mark}{(char)('a' + (Made / 26))}{(char)('a' + (Made++ % 26))}";

    public IEnumerable<string> FoundIn(IEnumerable<(string Name, byte[] Content)> stolen) =>
        stolen.Where(one => Forms().Any(form => one.Content.AsSpan().IndexOf(form) >= 0)).Select(one => one.Name);

    /// <summary>As it is, in UTF-16, in hex, and in base64 at each of the three places where it can begin.</summary>
    private IEnumerable<byte[]> Forms()
    {
        var mark = Encoding.UTF8.GetBytes(Mark);
        yield return mark;
        yield return Encoding.Unicode.GetBytes(Mark);
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(mark));
        for (var before = 0; before < 3; before++)
        {
            // Only the characters that no neighbour has a part in.
            var text = Convert.ToBase64String([.. new byte[before], .. mark]).TrimEnd('=');
            yield return Encoding.ASCII.GetBytes(text[(before == 0 ? 0 : before + 1)..^1]);
        }
    }
}
