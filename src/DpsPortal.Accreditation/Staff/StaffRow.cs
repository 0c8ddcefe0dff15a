using System.Globalization;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Standards;

namespace DpsPortal.Accreditation.Staff;

/// <summary>One row of a file: reads each cell as what its column says, and collects what is wrong.</summary>
internal sealed class StaffRow(IReadOnlyDictionary<string, string> cells)
{
    /// <summary>The columns in the order of the template; those that must be filled in come first.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "number", "name", "role", "started", "engagement", "safeguarding_lead", "id_seen", "right_to_work_checked",
        "right_to_work_until", "dbs_level", "dbs_number", "dbs_issued", "dbs_update_checked", "start_risk_assessed",
        "lived_abroad", "overseas_checked", "reference_1", "reference_2", "latest_employer_referred",
        "unexplained_gap_days", "safeguarding_trained", "supervised", "appraised", "agency_letter", "left",
        .. TrainingColumns.All,
    ];

    public const string Example =
        "S001,Jo Example,Support worker,01/09/2024,employed,no,28/08/2024,28/08/2024,,enhanced with barred lists,"
        + "001234567890,20/08/2024,,no,no,,15/08/2024,18/08/2024,yes,0,10/09/2025,02/11/2026,01/09/2026,no,,"
        + "12/03/2025,20/04/2026,not needed,20/04/2026,14/10/2025,14/10/2025,14/10/2025,09/02/2026,09/02/2026,09/02/2026,"
        + "05/05/2026,20/04/2026,05/05/2026,12/03/2025,";

    private static readonly string[] DateForms = ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd", "d MMM yyyy", "d MMMM yyyy"];

    private readonly List<StaffImportProblemDto> _problems = [];

    public IReadOnlyList<StaffImportProblemDto> Problems => _problems;

    public string Name => Cell("name");

    /// <returns>What the row says; to be used only when there are no <see cref="Problems"/>.</returns>
    public SaveStaffMemberDto Read() => new()
    {
        Number = Text("number", StaffConsts.MaxNumberLength),
        Name = Text("name", StaffConsts.MaxNameLength),
        Role = Text("role", StaffConsts.MaxRoleLength),
        DbsNumber = DbsNumber(),
        Vetting = new StaffVetting
        {
            StartedOn = Date("started", required: true) ?? default,
            Engagement = OneOf<StaffEngagement>("engagement", required: true) ?? default,
            SafeguardingLead = Truth("safeguarding_lead"),
            IdentitySeenOn = Date("id_seen"),
            RightToWorkCheckedOn = Date("right_to_work_checked"),
            RightToWorkUntil = Date("right_to_work_until"),
            DbsLevel = OneOf<DbsLevel>("dbs_level"),
            DbsIssuedOn = Date("dbs_issued"),
            DbsUpdateCheckedOn = Date("dbs_update_checked"),
            StartRiskAssessed = Truth("start_risk_assessed"),
            LivedAbroad = Truth("lived_abroad"),
            OverseasCheckedOn = Date("overseas_checked"),
            FirstReferenceOn = Date("reference_1"),
            SecondReferenceOn = Date("reference_2"),
            LatestEmployerReferred = Truth("latest_employer_referred"),
            LongestUnexplainedGapDays = Number("unexplained_gap_days"),
            SafeguardingTrainedOn = Date("safeguarding_trained"),
            SupervisedOn = Date("supervised"),
            AppraisedOn = Date("appraised"),
            AgencyLetterHeld = Truth("agency_letter"),
            LeftOn = Date("left"),
            Trainings = [.. TrainingTopics.Entered.Select(Training).OfType<StaffTraining>()],
        },
        Version = 0,
    };

    public void Report(string column, string message) => _problems.Add(new StaffImportProblemDto(column, message));

    /// <summary>Whether the file has the column at all.</summary>
    public bool Has(string column) => cells.ContainsKey(column);

    private StaffTraining? Training(TrainingRule rule)
    {
        var column = TrainingColumns.NameOf(rule.Topic);
        if (TrainingColumns.IsNotNeeded(Cell(column)))
        {
            return new StaffTraining { Topic = rule.Topic, NotNeeded = true };
        }

        return Date(column) is { } on ? new StaffTraining { Topic = rule.Topic, On = on } : null;
    }

    private string Cell(string column) => cells.GetValueOrDefault(column, "").Trim();

    private string Text(string column, int longest)
    {
        var text = Cell(column);
        if (text.Length == 0)
        {
            Report(column, "Fill this in.");
        }
        else if (text.Length > longest)
        {
            Report(column, string.Create(CultureInfo.InvariantCulture, $"Use at most {longest} characters."));
        }

        return text;
    }

    private DateOnly? Date(string column, bool required = false)
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

        if (DateOnly.TryParseExact(
            text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Report(column, $"“{text}” is not a date of the calendar. Enter it like 01/09/2024.");
        return null;
    }

    private bool Truth(string column)
    {
        switch (Cell(column).ToUpperInvariant())
        {
            case "" or "NO" or "N" or "FALSE":
                return false;
            case "YES" or "Y" or "TRUE":
                return true;
            default:
                Report(column, $"“{Cell(column)}” is neither yes nor no.");
                return false;
        }
    }

    private int Number(string column)
    {
        var text = Cell(column);
        if (text.Length == 0 || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= 20_000))
        {
            return text.Length == 0 ? 0 : int.Parse(text, CultureInfo.InvariantCulture);
        }

        Report(column, $"“{text}” is not a number of days.");
        return 0;
    }

    private T? OneOf<T>(string column, bool required = false)
        where T : struct, Enum
    {
        var text = Cell(column).Replace(" ", "", StringComparison.Ordinal);
        if (text.Length == 0 && !required)
        {
            return null;
        }

        var names = Enum.GetNames<T>();
        if (names.FirstOrDefault(n => n.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name)
        {
            return Enum.Parse<T>(name);
        }

        Report(column, $"Use one of: {string.Join(", ", names.Select(PascalWords.InWords))}.");
        return null;
    }

    private string? DbsNumber()
    {
        var digits = Cell("dbs_number").Replace(" ", "", StringComparison.Ordinal);
        if (digits.Length == 0)
        {
            return null;
        }

        if (digits.Length != 12 || !digits.All(char.IsAsciiDigit))
        {
            Report("dbs_number", "A DBS certificate has 12 digits. Format the column as text, so that noughts at the start stay.");
        }

        return digits;
    }
}
