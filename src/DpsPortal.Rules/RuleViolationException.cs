namespace DpsPortal.Rules;

/// <summary>
/// What was asked breaks a rule. Nothing has been changed. Over HTTP it is answered with 422: the request was well
/// formed, and the message says what to do about it.
/// </summary>
/// <param name="code">One of <see cref="RulesErrorCodes"/>; tests and clients match this, never the sentence.</param>
/// <param name="message">A sentence for the person who asked.</param>
/// <param name="field">The member of the request to correct, by its JSON path, when there is one.</param>
public sealed class RuleViolationException(string code, string message, string? field = null) : Exception(message)
{
    public string Code { get; } = code;

    public string? Field { get; } = field;
}
