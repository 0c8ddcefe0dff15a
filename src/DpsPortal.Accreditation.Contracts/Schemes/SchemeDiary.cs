using System.ComponentModel.DataAnnotations;

namespace DpsPortal.Accreditation.Schemes;

public enum KeyDateKind
{
    BreakClause,
    NoticeDue,
    AgreementEnds,
    ReopeningDue,
    SchemeEnds,
}

/// <summary>A day the host has to mind. London.</summary>
/// <param name="Id">Null when it follows from the scheme or an agreement, and so cannot be removed.</param>
public sealed record KeyDateDto(Guid? Id, KeyDateKind Kind, DateOnly On, string Note);

/// <summary>An authority joins, or its agreement changes.</summary>
public sealed record SaveAgreementDto
{
    public DateOnly? SignedOn { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Last day; null for as long as the scheme lasts.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Its share of the scheme's costs, hundredths of a per cent.</summary>
    [Range(0, 10_000)] public int? ShareBasisPoints { get; init; }

    public required uint Version { get; init; }
}

public sealed record AddKeyDateDto
{
    public required KeyDateKind Kind { get; init; }

    public required DateOnly On { get; init; }

    [Required, StringLength(200)] public required string Note { get; init; }

    public required uint Version { get; init; }
}
