namespace DpsPortal.Framework.Spreadsheets;

/// <summary>
/// Reads a workbook that people made: values as they stand, never a formula's code. Implemented by an adapter.
/// </summary>
public interface ISpreadsheetReader
{
    /// <summary>Every sheet in its order, hidden ones too; rows without any text are left out.</summary>
    /// <exception cref="InvalidDataException">No workbook, or larger than <paramref name="limits"/> allow.</exception>
    /// <param name="workbook">One that can seek.</param>
    IReadOnlyList<ReadSheet> Read(Stream workbook, ReadLimits limits, CancellationToken ct);
}

/// <param name="Rows">Of a sheet, blank ones not counted.</param>
/// <param name="Columns">Of a row.</param>
/// <param name="CellLength">In characters.</param>
public sealed record ReadLimits(int Rows, int Columns, int CellLength);

/// <param name="TooLong">There are more rows than the limit; those above it are not in <paramref name="Rows"/>.</param>
public sealed record ReadSheet(string Name, IReadOnlyList<ReadRow> Rows, bool TooLong);

/// <param name="Number">As the program shows it: the first row is 1.</param>
/// <param name="Cells">From column A on.</param>
public sealed record ReadRow(int Number, IReadOnlyList<ReadCell> Cells);

/// <param name="Text">A date as <c>yyyy-MM-dd</c>, a number without grouping; what a formula gave last.</param>
/// <param name="IsFormula">A program worked it out.</param>
public readonly record struct ReadCell(string Text, bool IsFormula = false);
