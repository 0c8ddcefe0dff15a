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

    public static string Without(string text) => string.Concat(text.EnumerateRunes().Where(r => !Is(r)));
}
