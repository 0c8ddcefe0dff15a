using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Framework.Localization;

/// <summary>An assembly that carries <c>Localization/en-GB.json</c>: error code → sentence.</summary>
public sealed record ErrorTextSource(Assembly Assembly);

/// <summary>The sentences that people read when a rule refuses what they asked for.</summary>
public sealed class ErrorTexts
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public ErrorTexts(IEnumerable<ErrorTextSource> sources)
    {
        foreach (var source in sources.Distinct())
        {
            var resource = source.Assembly.GetName().Name + ".Localization.en-GB.json";
            using var stream = source.Assembly.GetManifestResourceStream(resource)
                ?? throw new InvalidOperationException($"There is no {resource}.");
            foreach (var (code, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
            {
                _texts.Add(code, text);
            }
        }
    }

    public IReadOnlyCollection<string> Codes => _texts.Keys;

    /// <summary>The sentence with its <c>{placeholders}</c> filled; the code itself where there is no sentence.</summary>
    public string Sentence(string code, IReadOnlyDictionary<string, object?> values)
    {
        if (!_texts.TryGetValue(code, out var text))
        {
            return code;
        }

        foreach (var (name, value) in values)
        {
            text = text.Replace($"{{{name}}}", InWords(value), StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>A date as it is read in Britain: <c>9 December 2026</c>.</summary>
    private static string? InWords(object? value) => value is DateOnly date
        ? date.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))
        : Convert.ToString(value, CultureInfo.InvariantCulture);
}

public static class ErrorTextServices
{
    /// <param name="contracts">The module's Contracts, found by one of its types.</param>
    public static IServiceCollection AddErrorTexts(this IServiceCollection services, Type contracts) =>
        services.AddSingleton(new ErrorTextSource(contracts.Assembly));
}
