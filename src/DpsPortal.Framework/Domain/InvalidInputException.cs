namespace DpsPortal.Framework.Domain;

/// <summary>
/// Input that only the application service can judge (it needs other fields or the database). Answered as 400 with
/// the messages at their fields, like any validation.
/// </summary>
public sealed class InvalidInputException : Exception
{
    public InvalidInputException(string field, string message) : this([new FieldError(field, message)])
    {
    }

    public InvalidInputException(IReadOnlyList<FieldError> errors)
        : base(string.Join(" ", errors.Select(e => e.Message))) => Errors = errors;

    public IReadOnlyList<FieldError> Errors { get; }
}

/// <param name="Field">Path in camel case as the client sent it, e.g. <c>people[0].name</c>.</param>
/// <param name="Message">A sentence that says what to do.</param>
public sealed record FieldError(string Field, string Message);
