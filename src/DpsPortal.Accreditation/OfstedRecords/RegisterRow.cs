using System.Globalization;

namespace DpsPortal.Accreditation.OfstedRecords;

/// <summary>One line of a register, read by the officer's mapping; what cannot be read is told by line and column.</summary>
/// <param name="Registration">Null where the file has no such column.</param>
internal sealed record RegisterRow(
    int Line, string Urn, string? Name, OfstedRegistration? Registration, OfstedOutcome? Outcome, DateOnly? OutcomeOn)
{
    private static readonly string[] DateForms = ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd", "d MMM yyyy", "d MMMM yyyy"];

    /// <summary>The words that registers use.</summary>
    private static readonly Dictionary<string, OfstedRegistration> Registrations = new(StringComparer.OrdinalIgnoreCase)
    {
        ["registered"] = OfstedRegistration.Registered,
        ["active"] = OfstedRegistration.Registered,
        ["open"] = OfstedRegistration.Registered,
        ["suspended"] = OfstedRegistration.Suspended,
        ["cancelled"] = OfstedRegistration.Cancelled,
        ["closed"] = OfstedRegistration.Cancelled,
        ["resigned"] = OfstedRegistration.Cancelled,
        ["not registered"] = OfstedRegistration.NotRegistered,
    };

    /// <returns>Good lines, and what is wrong with the others. Nothing of a line with a problem is used.</returns>
    public static (IReadOnlyList<RegisterRow> Rows, IReadOnlyList<RegisterRowProblemDto> Problems) Read(
        RegisterTable table, RegisterMappingDto mapping)
    {
        var (urn, name) = (table.ColumnOf(mapping.Urn, "urn"), table.ColumnOf(mapping.Name, "name"));
        var registration = table.ColumnOf(mapping.Registration, "registration");
        var (outcome, on) = (table.ColumnOf(mapping.Outcome, "outcome"), table.ColumnOf(mapping.OutcomeOn, "outcomeOn"));
        var (rows, problems) = (new List<RegisterRow>(), new List<RegisterRowProblemDto>());
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var (line, before) = (i + 2, problems.Count);
            void Report(int? column, string message) =>
                problems.Add(new RegisterRowProblemDto(line, table.Columns[column!.Value], message));

            var number = table.Cell(i, urn);
            if (number.Length is < 5 or > 10 || !number.All(char.IsAsciiDigit))
            {
                Report(urn, "A URN has 5 to 10 digits.");
            }
            else if (!lines.TryAdd(number, line))
            {
                Report(urn, $"URN {number} stands in line {lines[number]} already. Give each provider one line.");
            }

            var row = new RegisterRow(
                line, number, name is null ? null : table.Cell(i, name),
                RegistrationOf(table.Cell(i, registration), message => Report(registration, message)),
                OutcomeOf(table.Cell(i, outcome), message => Report(outcome, message)),
                DateOf(table.Cell(i, on), message => Report(on, message)));
            if (problems.Count == before)
            {
                rows.Add(row);
            }
        }

        return (rows, problems);
    }

    private static OfstedRegistration? RegistrationOf(string text, Action<string> report)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (Registrations.TryGetValue(text, out var found))
        {
            return found;
        }

        report($"\"{Short(text)}\" is none of: {string.Join(", ", Registrations.Keys)}.");
        return null;
    }

    private static OfstedOutcome? OutcomeOf(string text, Action<string> report)
    {
        OfstedOutcome? found = text.ToUpperInvariant() switch
        {
            "1" => OfstedOutcome.ConsistentlyStrong,
            "2" => OfstedOutcome.Inconsistent,
            "3" => OfstedOutcome.SeriousWeaknesses,
            var words when words.Contains("INCONSISTENT", StringComparison.Ordinal) => OfstedOutcome.Inconsistent,
            var words when words.Contains("CONSISTENTLY", StringComparison.Ordinal) => OfstedOutcome.ConsistentlyStrong,
            var words when words.Contains("SERIOUS", StringComparison.Ordinal)
                || words.Contains("WIDESPREAD", StringComparison.Ordinal) => OfstedOutcome.SeriousWeaknesses,
            _ => null,
        };
        if (found is null && text.Length > 0)
        {
            report($"\"{Short(text)}\" is none of Ofsted’s three outcomes.");
        }

        return found;
    }

    private static DateOnly? DateOf(string text, Action<string> report)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, DateForms, CultureInfo.GetCultureInfo("en-GB"), DateTimeStyles.None, out var day))
        {
            return day;
        }

        report("Write the day like 27/03/2026.");
        return null;
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
