using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DpsPortal.Framework.Http;

/// <summary>Problem documents with a code; the sentence is added from the code when the answer is written.</summary>
public static class Problems
{
    public static ProblemHttpResult Of(int status, string code) => TypedResults.Problem(
        statusCode: status,
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code });
}
