using System.Text.Json;
using DpsPortal.Framework.Localization;
using Microsoft.AspNetCore.WebUtilities;

namespace DpsPortal.HttpApi.Host.Http;

/// <summary>All problem documents alike: a code, a sentence, errors under the names that the client sent.</summary>
internal static class ProblemShape
{
    private static readonly Dictionary<int, string> Codes = new()
    {
        [StatusCodes.Status401Unauthorized] = "DpsPortal:SignInRequired",
        [StatusCodes.Status403Forbidden] = "DpsPortal:Forbidden",
        [StatusCodes.Status404NotFound] = "DpsPortal:NotFound",
        [StatusCodes.Status413PayloadTooLarge] = "DpsPortal:TooLarge",
    };

    public static void Complete(ProblemDetailsContext context)
    {
        var document = context.ProblemDetails;
        document.Type = null;
        document.Instance = null;
        document.Title = ReasonPhrases.GetReasonPhrase(document.Status ?? context.HttpContext.Response.StatusCode);
        document.Extensions.Remove("traceId");
        if (document is HttpValidationProblemDetails validation)
        {
            document.Extensions.TryAdd("code", "DpsPortal:Validation");
            var errors = validation.Errors.ToDictionary(e => CamelCase(e.Key), e => e.Value, StringComparer.Ordinal);
            validation.Errors.Clear();
            foreach (var (field, messages) in errors)
            {
                validation.Errors[field] = messages;
            }
        }

        var status = document.Status ?? context.HttpContext.Response.StatusCode;
        document.Extensions.TryAdd("code", Codes.GetValueOrDefault(status, "DpsPortal:Malformed"));
        if (string.IsNullOrEmpty(document.Detail) && document.Extensions["code"] is string code)
        {
            var texts = context.HttpContext.RequestServices.GetRequiredService<ErrorTexts>();
            document.Detail = texts.Sentence(
                code, new Dictionary<string, object?>(StringComparer.Ordinal) { ["problem"] = document.Title });
        }
    }

    /// <summary><c>Lines[0].WeeklyPence</c> → <c>lines[0].weeklyPence</c></summary>
    private static string CamelCase(string path) =>
        string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
