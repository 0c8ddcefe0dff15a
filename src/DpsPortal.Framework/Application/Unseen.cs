using System.Globalization;
using System.Text;

namespace DpsPortal.Framework.Application;

/// <summary>Characters that nobody sees, or that turn the direction of writing. Source: threat T21.</summary>
public static class Unseen
{
    public static bool Is(Rune character) => Rune.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.Surrogate;

    /// <summary>
    /// Marks that embed, override or isolate a direction: text between them reads otherwise than it is stored. The marks
    /// U+200E and U+200F, which Arabic and Hebrew need beside English, turn nothing.
    /// </summary>
    public static bool TurnsDirection(char character) =>
        character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    public static string Without(string text) => string.Concat(text.EnumerateRunes().Where(r => !Is(r)));
}
