namespace DpsPortal.Framework.Spreadsheets;

/// <summary>
/// Writes a table as a workbook for people: one visible sheet, a frozen heading, real dates and numbers, and nothing
/// that is not in the table (security T16). Implemented by an adapter.
/// </summary>
public interface ISpreadsheetWriter
{
    /// <summary>Row by row, in constant memory. Each row has a cell for each column.</summary>
    /// <param name="output">Left open.</param>
    Task WriteAsync(
        Stream output, string sheet, IReadOnlyList<SpreadsheetColumn> columns,
        IAsyncEnumerable<IReadOnlyList<SpreadsheetCell>> rows, CancellationToken ct);
}

/// <param name="Width">In characters of the standard font.</param>
public sealed record SpreadsheetColumn(string Name, double Width);

public enum SpreadsheetCellKind
{
    Empty,

    /// <summary>Never a formula, whatever it begins with.</summary>
    Text,
    Date,

    /// <summary>Two decimals.</summary>
    Money,
    WholeNumber,

    /// <summary>Two decimals.</summary>
    Measure,
    Truth,
}

/// <summary>One value with its type: a sheet shows it as such, a text format writes it as such.</summary>
public readonly record struct SpreadsheetCell
{
    private SpreadsheetCell(SpreadsheetCellKind kind, decimal number = 0, string? text = null) =>
        (Kind, Number, Words) = (kind, number, text);

    public static SpreadsheetCell Empty => default;

    public SpreadsheetCellKind Kind { get; }

    /// <summary>Pounds, the number, the day number of a date, or 1 for true.</summary>
    public decimal Number { get; }

    /// <summary>For text only.</summary>
    public string? Words { get; }

    public DateOnly Day => DateOnly.FromDayNumber((int)Number);

    public static SpreadsheetCell Text(string? text) =>
        string.IsNullOrEmpty(text) ? Empty : new(SpreadsheetCellKind.Text, text: text);

    public static SpreadsheetCell Date(DateOnly date) => new(SpreadsheetCellKind.Date, date.DayNumber);

    /// <param name="pence">May be negative.</param>
    public static SpreadsheetCell Money(long pence) => new(SpreadsheetCellKind.Money, pence / 100m);

    public static SpreadsheetCell WholeNumber(long number) => new(SpreadsheetCellKind.WholeNumber, number);

    public static SpreadsheetCell Measure(decimal? number) =>
        number is { } known ? new(SpreadsheetCellKind.Measure, known) : Empty;

    public static SpreadsheetCell Truth(bool? truth) =>
        truth is { } known ? new(SpreadsheetCellKind.Truth, known ? 1 : 0) : Empty;
}
