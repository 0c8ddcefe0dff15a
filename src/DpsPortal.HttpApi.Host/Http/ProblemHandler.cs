using DpsPortal.Framework.Localization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace DpsPortal.HttpApi.Host.Http;

/// <summary>Answers every exception as a problem document, after the refusal is in the audit trail.</summary>
internal sealed class ProblemHandler(
    IProblemDetailsService problems, ErrorTexts texts, RefusalRecorder refusals, ILogger<ProblemHandler> log)
    : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var failure = ProblemMapping.Of(exception);
        if (failure.Status == StatusCodes.Status500InternalServerError)
        {
            log.LogError(exception, "Unhandled");
        }

        // Sentences on input repeat what was sent, and that may be anything.
        var why = failure.Status == StatusCodes.Status409Conflict ? Sentence(failure) : null;
        await refusals.RecordAsync(httpContext, failure.Status, failure.Code, why);
        httpContext.Response.StatusCode = failure.Status;
        await problems.WriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = Document(failure),
        });
        return true;
    }

    private string Sentence(Failure failure) =>
        failure.Sentence ?? texts.Sentence(failure.Code, ProblemMapping.ValuesOf(failure));

    private ProblemDetails Document(Failure failure)
    {
        var sentence = Sentence(failure);
        var document = failure.Errors is null
            ? new ProblemDetails()
            : new HttpValidationProblemDetails(failure.Errors
                .GroupBy(e => e.Field, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Select(e => e.Message).ToArray(), StringComparer.Ordinal));
        (document.Status, document.Detail) = (failure.Status, sentence);
        document.Extensions["code"] = failure.Code;
        return document;
    }
}
