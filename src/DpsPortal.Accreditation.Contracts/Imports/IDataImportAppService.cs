using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;

namespace DpsPortal.Accreditation.Imports;

/// <summary>
/// Day one of an alliance that exists: its members, people, homes, certificates, staff and standing come from
/// spreadsheets. One officer checks and proposes a file, another stores it.
/// </summary>
public interface IDataImportAppService
{
    /// <summary>Those of the caller's authority, newest first.</summary>
    Task<PagedResult<DataImportDto>> GetListAsync(PageQuery query, CancellationToken ct);

    Task<DataImportDto> GetAsync(Guid id, CancellationToken ct);

    /// <summary>Members that were imported, with what evidence is still missing and by when.</summary>
    Task<IReadOnlyList<ImportedMemberDto>> GetMembersAsync(CancellationToken ct);

    /// <returns>A CSV file of the headings and one row as an example; UTF-8.</returns>
    string Template(ImportKind kind);

    /// <summary>Says what is wrong and what would be made; keeps nothing.</summary>
    Task<ImportReportDto> CheckAsync(Guid schemeId, Stream file, string name, CancellationToken ct);

    /// <summary>Keeps a file without a problem for a second officer.</summary>
    /// <exception cref="Framework.Domain.InvalidInputException">A row has a problem.</exception>
    /// <exception cref="Framework.Domain.BusinessException">The very same file is waiting or was stored.</exception>
    Task<DataImportDto> ProposeAsync(Guid schemeId, Stream file, string name, CancellationToken ct);

    /// <summary>The report of a proposed file, as it is today.</summary>
    Task<ImportReportDto> GetReportAsync(Guid id, CancellationToken ct);

    /// <summary>Stores everything in one transaction.</summary>
    /// <exception cref="Framework.Domain.BusinessException">The caller proposed it, or it does not fit any more.</exception>
    Task<DataImportDto> ConfirmAsync(Guid id, CancellationToken ct);

    Task<DataImportDto> DropAsync(Guid id, DropImportDto input, CancellationToken ct);
}

public static class ImportConsts
{
    /// <summary>In bytes.</summary>
    public const int MaxFileSize = 10 * 1024 * 1024;

    /// <summary>Of a sheet, its heading not counted.</summary>
    public const int MaxRows = 10_000;

    /// <summary>New members of one file.</summary>
    public const int MaxMembers = 2_500;

    public const int MaxColumns = 60;

    /// <summary>In characters.</summary>
    public const int MaxCell = 2_000;

    /// <summary>A longer report helps nobody; the count is of all.</summary>
    public const int MaxReportedProblems = 200;
}

public sealed record DropImportDto
{
    [Required, StringLength(500)] public required string Reason { get; init; }
}

/// <param name="FaultyRows">Rows with at least one problem; nothing is stored while there is one.</param>
/// <param name="Problems">The first of them, in the order of the file.</param>
/// <param name="Notes">What was read in another way than it stands, or left out.</param>
/// <param name="Creates">What storing the file makes.</param>
public sealed record ImportReportDto(
    string FileName, IReadOnlyList<ImportSheetDto> Sheets, int FaultyRows, IReadOnlyList<ImportProblemDto> Problems,
    IReadOnlyList<string> Notes, IReadOnlyList<ImportCountDto> Creates);

/// <param name="HeadingRow">As the program shows it.</param>
public sealed record ImportSheetDto(string Name, ImportKind Kind, int HeadingRow, int Rows);

/// <param name="Row">As the program shows it; 0 where the whole sheet is meant.</param>
/// <param name="Column">Letter and heading, e.g. <c>D, admitted_on</c>; empty where the whole row is meant.</param>
/// <param name="Value">What stands in the cell, shortened.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record ImportProblemDto(string Sheet, int Row, string Column, string Value, string Message);

/// <param name="What">In words, e.g. <c>members</c>.</param>
public sealed record ImportCountDto(string What, int Count);

public sealed record DataImportDto(
    Guid Id, string FileName, Guid SchemeId, string SchemeName, DataImportState State, string ProposedByName,
    DateTime ProposedAt, string? SettledByName, DateTime? SettledAt, string? DropReason,
    IReadOnlyList<ImportCountDto> Creates, IReadOnlyList<DataImportTrigger> PermittedTriggers);

/// <param name="Missing">Items of evidence asked for and not given yet.</param>
/// <param name="Overdue">Of them, those whose day is over.</param>
/// <param name="NextDueOn">London; null when nothing is missing.</param>
public sealed record ImportedMemberDto(
    Guid ApplicationId, string Reference, string ProviderName, string SchemeName, DateTime ImportedAt, int Missing,
    int Overdue, DateOnly? NextDueOn);
