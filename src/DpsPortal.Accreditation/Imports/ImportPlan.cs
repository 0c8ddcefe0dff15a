using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Staff;
using DpsPortal.Property.Premises;

namespace DpsPortal.Accreditation.Imports;

/// <summary>What a file says, row by row joined to its providers. Stored only when no row has a problem.</summary>
internal sealed class ImportPlan
{
    public List<ImportedProvider> Providers { get; } = [];

    public IReadOnlyList<ImportCountDto> Creates() =>
    [
        .. new (string What, int Count)[]
        {
            ("members", Providers.Count(p => p.Known is null)),
            ("people", Providers.Sum(p => p.People.Count)),
            ("homes", Providers.Sum(p => p.Homes.Count(h => h.Details is not null))),
            ("certificates", Providers.Sum(p => p.Homes.Sum(h => h.Certificates.Count))),
            ("insurance policies", Providers.Sum(p => p.Policies.Count)),
            ("staff", Providers.Sum(p => p.Staff.Count)),
            ("accreditations", Providers.Count(p => p.Standing is not null)),
        }.Where(c => c.Count > 0).Select(c => new ImportCountDto(c.What, c.Count)),
    ];
}

/// <summary>A provider of the file, or one that an earlier file made and that nobody signs in for yet.</summary>
internal sealed class ImportedProvider
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The application that an earlier file made; null for a new member.</summary>
    public Application? Known { get; init; }

    public string? CompanyNumber { get; init; }

    public string? CharityNumber { get; init; }

    public string ContactEmail { get; init; } = "";

    public OrganisationSectionDto? Organisation { get; init; }

    public OfstedSectionDto? Ofsted { get; init; }

    public IReadOnlyList<Guid> LotIds { get; init; } = [];

    public DateOnly AdmittedOn { get; init; }

    public List<PersonDto> People { get; } = [];

    public List<InsurancePolicyDto> Policies { get; } = [];

    public List<ImportedHome> Homes { get; } = [];

    public List<SaveStaffMemberDto> Staff { get; } = [];

    public ImportedStanding? Standing { get; set; }
}

/// <summary>A home of the file, or of an earlier one when <see cref="Details"/> is null.</summary>
internal sealed class ImportedHome
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Without its certificates.</summary>
    public SavePremisesDto? Details { get; init; }

    /// <summary>From when its accreditation counts; null: from the decision on.</summary>
    public DateOnly? AccreditedOn { get; init; }

    public List<SaveCertificateDto> Certificates { get; } = [];
}

/// <param name="DecidedOn">London; its first day.</param>
/// <param name="ValidUntil">London; its last day.</param>
/// <param name="Condition">Null for an accreditation without.</param>
internal sealed record ImportedStanding(DateOnly DecidedOn, DateOnly ValidUntil, ConditionDto? Condition);
