namespace DpsPortal.Framework.Application;

/// <summary>One page of a longer list, sorted and cut by the server.</summary>
public sealed record PagedResult<T>(int TotalCount, IReadOnlyList<T> Items);
