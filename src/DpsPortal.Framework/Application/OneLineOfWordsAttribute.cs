using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace DpsPortal.Framework.Application;

/// <summary>
/// For what one person writes and the portal mails to another, who must not be led anywhere by it: no line breaks, no
/// marks that cannot be seen or that turn the direction of writing, no web address. Source: threats T21, T44.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class OneLineOfWordsAttribute() : ValidationAttribute(
    "Enter words on one line, without a web address")
{
    public override bool IsValid(object? value) => value is not string text || !Other().IsMatch(text);

    [GeneratedRegex(@"[\p{C}\u2028\u2029]|://|\bwww\.", RegexOptions.IgnoreCase)]
    private static partial Regex Other();
}
