namespace DpsPortal.Framework.Domain;

/// <summary>
/// A rule of the field refused what was asked. Answered as 409 with the code and a sentence from the module's
/// <c>en-GB.json</c>; changes nothing and is audited.
/// </summary>
public class BusinessException(string code) : Exception(code)
{
    public string Code { get; } = code;

    /// <summary>Values for the placeholders of the sentence.</summary>
    public IReadOnlyDictionary<string, object?> Values => _values;

    /// <summary>Where the fields to put right are, for a form; empty when the refusal is of the whole.</summary>
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    private readonly Dictionary<string, object?> _values = [];

    public BusinessException At(IReadOnlyList<FieldError> errors)
    {
        Errors = errors;
        return this;
    }

    public BusinessException WithData(string name, object? value)
    {
        _values[name] = value;
        return this;
    }
}

/// <summary>
/// What is needed for it does not answer now, or is not to be trusted. Answered as 503 with the sentence of the code;
/// changes nothing, and may be asked again.
/// </summary>
public sealed class UnavailableException(string code) : BusinessException(code);

/// <summary>The person may see the object, but the stage it is in forbids this to them. Answered as 403 and audited.</summary>
public sealed class ForbiddenByStageException(string code) : BusinessException(code);
