using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace DpsPortal.Framework.Application;

/// <summary>
/// One bare address, as <c>name@example.org</c>: no name before it, no quotes or brackets, no dot at the end, so that one
/// mailbox is written in one way (apart from capitals) and is found again when it is asked whether it is known already.
/// Source: HTML, valid e-mail address, and a domain with a dot.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class OneEmailAddressAttribute()
    : ValidationAttribute("Enter an email address in the correct format, like name@example.org.")
{
    public override bool IsValid(object? value) => value is null || (value is string text && IsOne(text));

    /// <summary>Blanks around it are the form's, which cuts them off.</summary>
    public static bool IsOne(string text) => Address().IsMatch(text.Trim());

    [GeneratedRegex(
        @"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
            + @"@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
