using System.ComponentModel.DataAnnotations;
using DpsPortal.Rules.Privacy;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;

namespace DpsPortal.Tendering.EarlierUses;

/// <summary>
/// An authority used a home before it worked with the portal, which knows nothing of it: then the home is not new to it
/// and needs no references (fact 23). One officer says so on the bid, whoever approves the award confirms it.
/// Source: etc/docs/decisions/0029.
/// </summary>
public interface IEarlierUseAppService
{
    /// <summary>Counts for this call-off at once, and for later ones when its award was approved.</summary>
    /// <exception cref="Framework.Domain.BusinessException">
    /// <see cref="TenderingErrorCodes.HomeNotNew"/>: the bid can be awarded without it.
    /// </exception>
    Task<EvaluationDto> RecordAsync(Guid callOffId, Guid bidId, RecordEarlierUseDto input, CancellationToken ct);

    /// <summary>By anybody who may record it, before an award is proposed.</summary>
    Task<EvaluationDto> TakeBackAsync(Guid callOffId, Guid bidId, CallOffVersionDto input, CancellationToken ct);
}

public static class EarlierUseConsts
{
    public const int LongestReason = 1000;
}

public sealed record RecordEarlierUseDto
{
    /// <summary>The first day, London; not in the future. The first of the month where nobody knows the day.</summary>
    public required DateOnly UsedFrom { get; init; }

    /// <summary>How the authority knows. Read by whoever approves the award. Nothing about a young person.</summary>
    [Required, StringLength(EarlierUseConsts.LongestReason), WithoutIdentifiers(Names = true)]
    public required string Reason { get; init; }

    /// <summary>Of the call-off.</summary>
    public required uint Version { get; init; }
}

/// <param name="UsedFrom">The first day, London.</param>
/// <param name="ConfirmedByName">Who approved the award that rests on it; null before.</param>
public sealed record EarlierUseDto(
    DateOnly UsedFrom, string Reason, string RecordedByName, DateTime RecordedAt, string? ConfirmedByName,
    DateTime? ConfirmedAt);
