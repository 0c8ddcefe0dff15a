using System.Text.Json;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations;
using DpsPortal.Organisations.Accounts;
using DpsPortal.Organisations.Documents;
using DpsPortal.Property;
using DpsPortal.Rules;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Http;

/// <summary>What a failure is answered with.</summary>
/// <param name="Sentence">Taken from the code where null.</param>
internal sealed record Failure(
    int Status,
    string Code,
    IReadOnlyDictionary<string, object?>? Values = null,
    string? Sentence = null,
    IReadOnlyList<FieldError>? Errors = null);

/// <summary>The one place where exceptions become answers.</summary>
internal static class ProblemMapping
{
    private static readonly Dictionary<string, object?> None = [];

    public static Failure Of(Exception exception) => exception switch
    {
        ForbiddenByStageException e => new(StatusCodes.Status403Forbidden, e.Code, e.Values),
        UnavailableException e => new(StatusCodes.Status503ServiceUnavailable, e.Code, e.Values),
        BusinessException e => new(
            StatusCodes.Status409Conflict, e.Code, e.Values, Errors: e.Errors.Count > 0 ? e.Errors : null),
        EntityNotFoundException => new(StatusCodes.Status404NotFound, "DpsPortal:NotFound"),
        RuleViolationException e => new(
            StatusCodes.Status422UnprocessableEntity,
            e.Code,
            Sentence: e.Message,
            Errors: e.Field is null ? null : [new FieldError(e.Field, e.Message)]),
        InvalidInputException e => new(StatusCodes.Status400BadRequest, "DpsPortal:Validation", Errors: e.Errors),
        DocumentRefusedException e => Of(e),
        DocumentGoneException e => new(
            StatusCodes.Status410Gone, OrganisationsErrorCodes.DocumentRefused, Value("name", e.Name)),
        TooManyAttemptsException => new(
            StatusCodes.Status429TooManyRequests, OrganisationsErrorCodes.TooManyAttempts),
        DbUpdateConcurrencyException => new(StatusCodes.Status409Conflict, "DpsPortal:Concurrency"),
        DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } } =>
            new(StatusCodes.Status409Conflict, "DpsPortal:Duplicate"),
        DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation } } =>
            new(
                StatusCodes.Status409Conflict, PropertyErrorCodes.PlaceAlreadyPromised,
                Value("when", "for some of these nights")),
        PostgresException e when IsUnstorableText(e) => UnstorableText,
        DbUpdateException { InnerException: PostgresException e } when IsUnstorableText(e) => UnstorableText,
        BadHttpRequestException e => Of(e),
        _ => new(StatusCodes.Status500InternalServerError, "DpsPortal:Unexpected"),
    };

    private static Failure Of(DocumentRefusedException e) => new(
        e.Code == OrganisationsErrorCodes.DocumentTooLarge
            ? StatusCodes.Status413PayloadTooLarge
            : StatusCodes.Status422UnprocessableEntity,
        e.Code,
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = e.Name, ["kind"] = e.Kind });

    /// <summary>In place of the framework's words wherever these name types of the program.</summary>
    private const string NotOfItsForm = "The address or the body is not of this call’s form.";

    private static Failure Of(BadHttpRequestException e) => e switch
    {
        { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            new(StatusCodes.Status413PayloadTooLarge, "DpsPortal:TooLarge"),
        { InnerException: JsonException json } => Malformed(json),
        _ => new(e.StatusCode, "DpsPortal:Malformed", Value("problem", NotOfItsForm)),
    };

    /// <summary>Names the field where the reader got stuck, so that a form can show it there.</summary>
    private static Failure Malformed(JsonException e)
    {
        var path = e is UnkeptMemberException { Member: var member } ? $"{e.Path}.{member}" : e.Path;
        var field = (path ?? "$").TrimStart('$').TrimStart('.');
        var told = e.Message.Split(" Path: ", 2)[0];
        var problem = told.Split("including: ", 2) is [_, var missing] ? $"It lacks {missing}"
            : told.Contains(nameof(DpsPortal), StringComparison.Ordinal) || told.Contains("System.", StringComparison.Ordinal)
                ? NotOfItsForm
                : told;
        return field.Length == 0
            ? new Failure(StatusCodes.Status400BadRequest, "DpsPortal:Malformed", Value("problem", problem))
            : new Failure(
                StatusCodes.Status400BadRequest,
                "DpsPortal:Validation",
                Errors: [new FieldError(field, AtField(e))]);
    }

    private static string AtField(JsonException e) => e switch
    {
        { Message: JsonFormat.DirectionMarks } => JsonFormat.DirectionMarks,
        { InnerException: FormatException { Message: var told } } when told.Contains("out of bounds", StringComparison.Ordinal) =>
            told.Contains("Int", StringComparison.Ordinal) ? "Enter a smaller whole number" : "Enter a smaller number",
        _ => "This value cannot be read here.",
    };

    private static Dictionary<string, object?> Value(string name, object? value) =>
        new(StringComparer.Ordinal) { [name] = value };

    /// <summary>U+0000 is a character of JSON but of no text that PostgreSQL keeps.</summary>
    private static bool IsUnstorableText(PostgresException e) => e.SqlState is
        PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter;

    private static Failure UnstorableText => new(
        StatusCodes.Status400BadRequest, "DpsPortal:Malformed", Value("problem", "A text holds a NUL character."));

    public static IReadOnlyDictionary<string, object?> ValuesOf(Failure failure) => failure.Values ?? None;
}
