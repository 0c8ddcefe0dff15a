namespace DpsPortal.Framework.Domain;

public static class PascalWords
{
    /// <summary><c>AwardProposed</c> as a person reads it: award proposed.</summary>
    public static string InWords(string name) => string.Concat(
        name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
