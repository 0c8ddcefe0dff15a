using System.Collections.Concurrent;
using System.Reflection;
using DpsPortal.Framework.Domain;
using DpsPortal.Framework.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace DpsPortal.HttpApi.Host.Http;

/// <summary>
/// What stands behind the question mark is as strict as a body: a filter that is not understood is refused, never
/// dropped, because a list without its filter looks like an answer. One place, so that no endpoint can forget it.
/// </summary>
internal sealed class QueryGuard(RequestDelegate next)
{
    private readonly ConcurrentDictionary<Endpoint, IReadOnlyDictionary<string, Type>> _known = [];
    private readonly ConcurrentDictionary<RouteEndpoint, IReadOnlyDictionary<string, IReadOnlyCollection<string>>> _named = [];

    /// <exception cref="InvalidInputException">A name or a value that the endpoint does not know.</exception>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is RouteEndpoint route && _named.GetOrAdd(route, RouteNames.Of).Any(
            named => !named.Value.Contains(context.GetRouteValue(named.Key) as string ?? "")))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var query = context.Request.Query;
        if (query.Count > 0 && context.GetEndpoint() is { } endpoint && IsOurs(endpoint))
        {
            var errors = Errors(query, _known.GetOrAdd(endpoint, QueryParameters.Of)).ToList();
            if (errors.Count > 0)
            {
                throw new InvalidInputException(errors);
            }
        }

        return next(context);
    }

    private static bool IsOurs(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PermissionMetadata>() is not null
        || endpoint.Metadata.GetMetadata<SignedInMetadata>() is not null;

    private static IEnumerable<FieldError> Errors(IQueryCollection query, IReadOnlyDictionary<string, Type> known)
    {
        foreach (var (name, values) in query)
        {
            if (!known.TryGetValue(name, out var type))
            {
                yield return new FieldError(name, known.Count == 0
                    ? "This address takes no parameters."
                    : $"Unknown here. Use: {string.Join(", ", known.Keys)}.");
            }
            else if (values.Count > 1 && !type.IsArray)
            {
                yield return new FieldError(name, "Give this once.");
            }
            else if (EnumNames.Of(type) is { } names && values.Any(v => v is not null && !names.Contains(v)))
            {
                yield return new FieldError(name, $"Unknown value. Use one of: {string.Join(", ", names)}.");
            }
        }
    }
}

/// <summary>The names that an enum is written with. Numbers, and lists of names that add up to one, are none.</summary>
internal static class EnumNames
{
    /// <returns>Null for whatever is no enum.</returns>
    public static IReadOnlyCollection<string>? Of(Type type)
    {
        var element = type.IsArray ? type.GetElementType()! : type;
        var bare = Nullable.GetUnderlyingType(element) ?? element;
        return bare.IsEnum ? Enum.GetNames(bare) : null;
    }
}

/// <summary>The parts of a path that are the name of an enum's value: anything else there is no address of ours.</summary>
internal static class RouteNames
{
    public static IReadOnlyDictionary<string, IReadOnlyCollection<string>> Of(RouteEndpoint endpoint)
    {
        var parts = endpoint.RoutePattern.Parameters.Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return (endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [])
            .Where(p => parts.Contains(p.Name!) && EnumNames.Of(p.ParameterType) is not null)
            .ToDictionary(p => p.Name!, p => EnumNames.Of(p.ParameterType)!);
    }
}

/// <summary>The parameters that a handler reads from the query, with their types.</summary>
internal static class QueryParameters
{
    public static IReadOnlyDictionary<string, Type> Of(Endpoint endpoint)
    {
        var route = (endpoint as RouteEndpoint)?.RoutePattern.Parameters.Select(p => p.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        var found = new Dictionary<string, Type>(StringComparer.OrdinalIgnoreCase);
        var parameters = endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [];
        foreach (var (name, type) in parameters.SelectMany(Flatten))
        {
            if (!route.Contains(name) && IsOneValue(type))
            {
                found[Name(name)] = type;
            }
        }

        return found;
    }

    private static IEnumerable<(string Name, Type Type)> Flatten(ParameterInfo parameter)
    {
        if (parameter.IsDefined(typeof(AsParametersAttribute)))
        {
            return parameter.ParameterType.GetProperties().Select(p => (p.Name, p.PropertyType));
        }

        var fromElsewhere = parameter.GetCustomAttributes().Any(a => a is IFromHeaderMetadata or IFromBodyMetadata
            or IFromFormMetadata or IFromServiceMetadata or IFromRouteMetadata);
        var named = parameter.GetCustomAttributes().OfType<IFromQueryMetadata>().FirstOrDefault()?.Name;
        return fromElsewhere ? [] : [(named ?? parameter.Name!, parameter.ParameterType)];
    }

    private static string Name(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>Texts, numbers, dates, enums and lists of them; everything else comes from the body or is a service.</summary>
    private static bool IsOneValue(Type type)
    {
        var element = type.IsArray ? type.GetElementType()! : type;
        var bare = Nullable.GetUnderlyingType(element) ?? element;
        return bare.IsEnum || (bare.IsValueType && bare != typeof(CancellationToken)) || bare == typeof(string);
    }
}
