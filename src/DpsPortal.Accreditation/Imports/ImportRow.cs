using System.Globalization;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Framework.Spreadsheets;

namespace DpsPortal.Accreditation.Imports;

/// <summary>One row: reads each cell as what its heading says, and collects what is wrong and what was read otherwise.</summary>
internal sealed class ImportRow(string sheet, ReadRow row, IReadOnlyDictionary<string, int> headings)
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    private static readonly string[] DayForms =
    [
        "dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "d-M-yyyy", "dd.MM.yyyy", "d.M.yyyy", "yyyy-MM-dd", "yyyy/MM/dd",
        "d MMM yyyy", "d MMMM yyyy", "d-MMM-yyyy", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "dd/MM/yyyy HH:mm",
    ];

    /// <summary>Days as a spreadsheet counts them, from 1954 to 2119: what no other number of ours looks like.</summary>
    private const int FirstSerial = 20_000;

    private const int LastSerial = 80_000;

    private readonly List<ImportProblemDto> _problems = [];

    private readonly List<string> _notes = [];

    public string Sheet => sheet;

    public int Number => row.Number;

    public IReadOnlyList<ImportProblemDto> Problems => _problems;

    /// <summary>Each begins with its cell.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>All its cells, as one compares rows.</summary>
    public string Whole => string.Join('\u001F', row.Cells.Select(c => Clean(c.Text))).TrimEnd('\u001F');

    public void Report(string column, string message) => _problems.Add(new ImportProblemDto(
        sheet, row.Number, Place(column), column.Length == 0 ? "" : Short(Cell(column)), message));

    public void Note(string column, string message) => _notes.Add($"{sheet}, row {Number}, {Place(column)}: {message}");

    public bool Has(string column) => Cell(column).Length > 0;

    /// <summary>As it stands, without the blanks around it.</summary>
    public string Cell(string column) => headings.TryGetValue(column, out var at) && at < row.Cells.Count
        ? Clean(row.Cells[at].Text)
        : "";

    /// <summary>
    /// No cell of the row is worked out by a program: its result need not be what a person sees. Nor does it hold what
    /// nobody sees, but for the breaks between the lines of an address.
    /// </summary>
    public void RefuseFormulas()
    {
        foreach (var (column, at) in headings.Where(h => h.Value < row.Cells.Count))
        {
            if (row.Cells[at].IsFormula || Cell(column) is ['=' or '@', ..])
            {
                Report(column, "A formula, not a value. Copy the column and paste it as values.");
            }
            else if (row.Cells[at].Text.Trim().EnumerateRunes().Any(r => r.Value is not ('\r' or '\n') && Unseen.Is(r)))
            {
                Report(column, "The cell holds a character that cannot be seen, such as a tab. Type it anew.");
            }
        }
    }

    public string Text(string column, int longest)
    {
        var text = Cell(column);
        if (text.Length == 0)
        {
            Report(column, "Fill this in.");
        }

        return Fitting(column, text, longest);
    }

    public string? Optional(string column, int longest) => Has(column) ? Fitting(column, Cell(column), longest) : null;

    public DateOnly? Day(string column, bool required = false)
    {
        var text = Cell(column);
        if (text.Length == 0)
        {
            if (required)
            {
                Report(column, "Enter a date, like 01/09/2024.");
            }

            return null;
        }

        // Sep and Sept: programs write the month either way.
        if (DateTime.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            || DateTime.TryParseExact(text, DayForms, British, DateTimeStyles.None, out instant))
        {
            return Sensible(column, DateOnly.FromDateTime(instant));
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            && serial is >= FirstSerial and <= LastSerial)
        {
            var day = new DateOnly(1899, 12, 30).AddDays(serial);
            Note(column, $"{text} is a date stored as a number; read as {day.ToString("d MMMM yyyy", British)}.");
            return day;
        }

        Report(column, $"“{Short(text)}” is not a day of the calendar. Enter it day first with a year of four digits, like 01/09/2024.");
        return null;
    }

    public bool Truth(string column, bool otherwise = false)
    {
        switch (Cell(column).ToUpperInvariant())
        {
            case "":
                return otherwise;
            case "NO" or "N" or "FALSE" or "0":
                return false;
            case "YES" or "Y" or "TRUE" or "1":
                return true;
            default:
                Report(column, $"“{Short(Cell(column))}” is neither yes nor no.");
                return otherwise;
        }
    }

    /// <summary>Words of the enumeration, divided by semicolons.</summary>
    public IReadOnlyList<T> Several<T>(string column)
        where T : struct, Enum =>
        [.. Parts(column).Select(p => Named<T>(column, p)).Where(v => v is not null).Select(v => v!.Value).Distinct()];

    public T? OneOf<T>(string column, bool required = true)
        where T : struct, Enum
    {
        if (Has(column))
        {
            return Named<T>(column, Cell(column));
        }

        if (required)
        {
            Report(column, $"Use one of: {Choices<T>()}.");
        }

        return null;
    }

    public IReadOnlyList<string> Parts(string column) =>
        Cell(column).Split([';', '/', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A spreadsheet shortened a long number: its last digits are lost.</summary>
    public bool IsShortened(string column) =>
        Cell(column) is var text && text.Contains("E+", StringComparison.OrdinalIgnoreCase)
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    public static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";

    public static string Letters(int column) => column < 26
        ? ((char)('A' + column)).ToString()
        : Letters((column / 26) - 1) + Letters(column % 26);

    private string Place(string column) =>
        headings.TryGetValue(column, out var at) ? $"{Letters(at)}, {column}" : column;

    private DateOnly? Sensible(string column, DateOnly day)
    {
        if (day.Year is >= 1940 and <= 2100)
        {
            return day;
        }

        Report(column, "Enter a date between 1940 and 2100.");
        return null;
    }

    private T? Named<T>(string column, string text)
        where T : struct, Enum
    {
        var plain = ImportColumns.Plain(text);
        if (Enum.GetNames<T>().FirstOrDefault(n => ImportColumns.Plain(n) == plain) is { } name)
        {
            return Enum.Parse<T>(name);
        }

        Report(column, $"“{Short(text)}” is none of: {Choices<T>()}.");
        return null;
    }

    private static string Choices<T>()
        where T : struct, Enum =>
        string.Join(", ", Enum.GetNames<T>().Select(PascalWords.InWords));

    private string Fitting(string column, string text, int longest)
    {
        if (text.Length > longest)
        {
            Report(column, string.Create(CultureInfo.InvariantCulture, $"Use at most {longest} characters."));
        }

        return text;
    }

    /// <summary>Blanks of every kind around it go, and what stands for a broken letter is no letter.</summary>
    private static string Clean(string text) => text.Replace('\u00A0', ' ').Replace("\uFEFF", "", StringComparison.Ordinal).Trim();
}
