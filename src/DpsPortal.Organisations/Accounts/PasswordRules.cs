using DpsPortal.Framework.Domain;

namespace DpsPortal.Organisations.Accounts;

/// <summary>
/// A password is long and not one that everybody tries first; nothing is asked of its characters. Source: NCSC,
/// password policy; OWASP ASVS 5.0, 6.2.1 to 6.2.12.
/// </summary>
internal static class PasswordRules
{
    /// <summary>Characters.</summary>
    public const int MinLength = 12;

    private static readonly Lazy<HashSet<string>> Common = new(ReadCommon);

    /// <exception cref="InvalidInputException">It may not be used; the message stands at <c>password</c>.</exception>
    public static void Check(string password, string email, string? name = null)
    {
        if (password.Length < MinLength)
        {
            throw Refusal($"Use at least {MinLength} characters, for example four words");
        }

        var plain = Plain(password);
        if (plain.Distinct().Count() < 4 || Common.Value.Contains(plain) || Common.Value.Contains(plain.TrimEnd(Digits)))
        {
            throw Refusal("This password is one of those that are guessed first. Choose another");
        }

        string?[] own = [Plain(email), Plain(email.Split('@')[0]), name is null ? null : Plain(name)];
        if (own.Contains(plain) || own.Contains(plain.TrimEnd(Digits)))
        {
            throw Refusal("Do not use your name or email address as the password");
        }
    }

    private static readonly char[] Digits = [.. "0123456789"];

    private static InvalidInputException Refusal(string message) => new("password", message);

    private static string Plain(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static HashSet<string> ReadCommon()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("CommonPasswords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }
}
