using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;
using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Tendering.Referrals;

/// <summary>
/// A needs profile while it is being filled in: the same coded answers, each of which may still be missing. Nobody
/// outside the placing authority ever sees it, and no call-off is made from it.
/// </summary>
public sealed record NeedsDraftDto
{
    public Gender? Gender { get; init; }
    public bool SingleGenderSetting { get; init; }
    public LegalBasis? LegalBasis { get; init; }
    public bool UnaccompaniedAsylumSeeking { get; init; }
    public bool InterpreterNeeded { get; init; }
    public OfstedCategory? CategoryWanted { get; init; }
    public SupportLevel? SupportLevel { get; init; }
    [Within(0, 168)] public decimal? CoreHoursPerWeek { get; init; }
    [Within(0, 168)] public decimal? AdditionalHoursPerWeek { get; init; }
    public NightCover? NightCover { get; init; }
    public Occupancy? Occupancy { get; init; }
    public Alongside? Alongside { get; init; }
    public bool ParentAndChild { get; init; }
    public bool StepFreeAccess { get; init; }

    /// <summary>Those answered so far.</summary>
    [Required, MaxLength(20)] public required IReadOnlyList<RiskDto> Risks { get; init; }

    public EducationStatus? Education { get; init; }
    public bool MustKeepEducationPlace { get; init; }
    [Required, MaxLength(6)] public required IReadOnlyList<IndependenceDto> Independence { get; init; }
    [Required, MaxLength(12)] public required IReadOnlyList<string> PreferredAreas { get; init; }
    [Required, MaxLength(12)] public required IReadOnlyList<string> ExcludedAreas { get; init; }
    [Required, MaxLength(10)] public required IReadOnlyList<Wish> Wishes { get; init; }
    public DateOnly? WishesAskedOn { get; init; }
    public DateOnly? MoveInFrom { get; init; }
    public DateOnly? MoveInBy { get; init; }
    [Range(1, 260)] public int? ExpectedWeeks { get; init; }
}
