using System.ComponentModel.DataAnnotations;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Rules.Standards;

namespace DpsPortal.Accreditation.Staff;

/// <summary>
/// A provider's single central record, and what a host authority sees of it once the provider has applied.
/// Facts about checks only, never a certificate. Source: SI 2023/416, Sch 1; DBS code of practice; domain §2.4.
/// </summary>
public interface IStaffAppService
{
    Task<StaffListDto> GetOwnListAsync(CancellationToken ct);

    Task<StaffMemberDto> CreateAsync(SaveStaffMemberDto input, CancellationToken ct);

    Task<StaffMemberDto> UpdateAsync(Guid id, SaveStaffMemberDto input, CancellationToken ct);

    /// <summary>The record of the provider that made the application, for officers of its host authority.</summary>
    /// <exception cref="Framework.Domain.EntityNotFoundException">No such application, or not the caller's to review.</exception>
    Task<StaffListDto> GetOfApplicationAsync(Guid applicationId, CancellationToken ct);

    Task<TrainingMatrixDto> GetOwnTrainingAsync(CancellationToken ct);

    /// <summary>The training of the provider that made the application, for officers of its host authority.</summary>
    /// <exception cref="Framework.Domain.EntityNotFoundException">No such application, or not the caller's to review.</exception>
    Task<TrainingMatrixDto> GetTrainingOfApplicationAsync(Guid applicationId, CancellationToken ct);

    /// <summary>Draws the staff files to be read, once; another call answers with the same draw.</summary>
    Task<StaffListDto> DrawSampleAsync(Guid applicationId, CancellationToken ct);

    /// <summary>Records ticks of one drawn file, while the stage is open.</summary>
    Task<StaffListDto> ReadFileAsync(Guid applicationId, Guid staffId, ReadStaffFileDto input, CancellationToken ct);
}

/// <summary>Reads a table of staff row by row and tells what is wrong in each; nothing is half-imported.</summary>
public interface IStaffImportAppService
{
    /// <param name="apply">False to look only; true stores every row, and nothing if any row has a problem.</param>
    Task<StaffImportDto> ImportAsync(Stream csv, bool apply, CancellationToken ct);

    /// <summary>The heading line of a file to fill in, and a line that shows how.</summary>
    string Template();
}

public static class StaffConsts
{
    public const int MaxNumberLength = 30;
    public const int MaxNameLength = 120;
    public const int MaxRoleLength = 80;
    public const int MaxImportRows = 2000;

    /// <summary>In bytes.</summary>
    public const int MaxImportSize = 2 * 1024 * 1024;
}

/// <param name="InPost">Those whose last day is not over.</param>
/// <param name="WithFindings">Of those in post.</param>
/// <param name="Sample">Null until files have been drawn; only officers draw and see them.</param>
public sealed record StaffListDto(
    IReadOnlyList<StaffMemberDto> Items, int InPost, int WithFindings, int WithCriticalFindings, StaffSampleDto? Sample);

/// <param name="Seed">What the draw can be repeated from: ascending SHA-256 of seed and id.</param>
/// <param name="Files">A file each, in the order of the draw, its ticks in the order of the checklist.</param>
/// <param name="CompliancePercent">Compliant ticks of those that apply, rounded down; nought before the first.</param>
public sealed record StaffSampleDto(
    IReadOnlyList<Guid> StaffIds, string Seed, string DrawnByName, DateTime DrawnAt, IReadOnlyList<StaffFileDto> Files,
    int CompliancePercent, uint Version);

/// <param name="ReadByName">Who answered last; null while nobody has.</param>
public sealed record StaffFileDto(Guid StaffId, IReadOnlyList<SaferRecruitmentItemDto> Items, string? ReadByName);

public sealed record ReadStaffFileDto
{
    [Required, MinLength(1), MaxLength(60)] public required IReadOnlyList<RecordSaferRecruitmentItemDto> Items { get; init; }

    /// <summary>Of the draw.</summary>
    public required uint Version { get; init; }
}

public sealed record StaffMemberDto
{
    public required Guid Id { get; init; }

    /// <summary>The provider's own number for the person.</summary>
    public required string Number { get; init; }
    public required string Name { get; init; }
    public required string Role { get; init; }

    /// <summary>Twelve digits; null where there is none.</summary>
    public required string? DbsNumber { get; init; }
    public required StaffVetting Vetting { get; init; }
    public required IReadOnlyList<StaffFindingDto> Findings { get; init; }
    public required uint Version { get; init; }
}

public sealed record StaffFindingDto(SaferRecruitmentFinding Kind, bool Critical);

public sealed record SaveStaffMemberDto
{
    [Required, StringLength(StaffConsts.MaxNumberLength)] public required string Number { get; init; }
    [Required, StringLength(StaffConsts.MaxNameLength)] public required string Name { get; init; }
    [Required, StringLength(StaffConsts.MaxRoleLength)] public required string Role { get; init; }

    [RegularExpression("[0-9]{12}", ErrorMessage = "Enter the 12 digits of the DBS certificate.")]
    public string? DbsNumber { get; init; }

    [Required] public required StaffVetting Vetting { get; init; }

    /// <summary>Nought for somebody new.</summary>
    public required uint Version { get; init; }
}

/// <param name="Stored">Whether the rows are in the record now.</param>
/// <param name="Rows">Every row that has a problem, and no other.</param>
public sealed record StaffImportDto(int RowCount, int NewCount, int ChangedCount, bool Stored,
    IReadOnlyList<StaffImportRowDto> Rows);

/// <param name="Line">As a spreadsheet counts: the heading is line 1.</param>
public sealed record StaffImportRowDto(int Line, string Name, IReadOnlyList<StaffImportProblemDto> Problems);

/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record StaffImportProblemDto(string Column, string Message);
