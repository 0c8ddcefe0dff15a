using System.Globalization;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Staff;
using DpsPortal.Property.Integration;

namespace DpsPortal.Accreditation.Imports;

/// <summary>Rows of every sheet but the members': each belongs to a provider that the index knows.</summary>
/// <param name="staffNumbers">In capitals, of what is stored already.</param>
/// <param name="today">London.</param>
internal sealed class ProviderRows(
    ProviderIndex index, IPremisesImportService homesToMake, HashSet<(Guid Provider, string Number)> staffNumbers,
    DateOnly today)
{
    private static readonly string[] StaffDays =
    [
        "started", "id_seen", "right_to_work_checked", "right_to_work_until", "dbs_issued", "dbs_update_checked",
        "overseas_checked", "reference_1", "reference_2", "safeguarding_trained", "supervised", "appraised", "left",
    ];

    private readonly HomeRows _homes = new(homesToMake, today);

    private readonly Dictionary<Guid, ImportRow> _standings = [];

    public void Read(ImportColumns columns, ImportRow row)
    {
        if (index.Find(row) is not { } provider)
        {
            return;
        }

        switch (columns.Kind)
        {
            case ImportKind.People:
                AddPerson(row, provider);
                break;
            case ImportKind.Premises:
                _homes.AddHome(row, provider);
                break;
            case ImportKind.Certificates:
                _homes.AddCertificate(row, provider);
                break;
            case ImportKind.Staff:
                AddStaff(columns, row, provider);
                break;
            case ImportKind.Standing:
                AddStanding(row, provider);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(columns));
        }
    }

    /// <summary>What only all rows together can say.</summary>
    public void Finish(ImportPlan plan)
    {
        foreach (var provider in plan.Providers.Where(p => p.Standing is not null))
        {
            if (provider.Homes.FirstOrDefault(h => h.AccreditedOn > provider.Standing!.ValidUntil) is { } home)
            {
                _standings[provider.Id].Report(
                    "valid_until", $"{home.Name} is accredited from a later day than the provider’s last one. Mend one of the two.");
            }
        }
    }

    private static void AddPerson(ImportRow row, ImportedProvider provider)
    {
        var name = row.Text("name", 80);
        var roles = row.Several<PersonRole>("roles");
        if (!row.Has("roles"))
        {
            row.Report("roles", "Say what the person is: director, person with significant control, nominated individual, registered service manager.");
        }

        var people = provider.People.Concat(provider.Known?.Answers.People?.People ?? []);
        if (people.Any(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            row.Report("name", $"{name} is with {provider.Name} already. Give each person one row with all roles.");
        }

        provider.People.Add(new PersonDto
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            Roles = roles,
            Email = MemberRows.Email(row, "email", required: false),
        });
    }

    /// <summary>As the provider's own import reads it; dates were brought to one form before.</summary>
    private void AddStaff(ImportColumns columns, ImportRow row, ImportedProvider provider)
    {
        var cells = columns.All.Skip(1).ToDictionary(c => c, row.Cell);
        var known = row.Problems.Count;
        foreach (var day in StaffDays.Concat(TrainingColumns.All.Where(c => !TrainingColumns.IsNotNeeded(cells[c]))))
        {
            cells[day] = row.Day(day)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        }

        var staff = new StaffRow(cells);
        var input = staff.Read();
        foreach (var problem in staff.Problems.Where(p => cells[p.Column].Length > 0 || !row.Has(p.Column)))
        {
            row.Report(problem.Column, row.IsShortened(problem.Column)
                ? "The program shortened a long number. Format the column as text and type the number again."
                : problem.Message);
        }

        if (row.Problems.Count > known)
        {
            return;
        }

        foreach (var (field, message) in StaffInput.Errors(input.Vetting, today))
        {
            var column = TrainingColumns.ColumnOf(field);
            row.Report(column ?? "", column is null ? $"{field}: {message}" : message);
        }

        if (!staffNumbers.Add((provider.Id, input.Number.ToUpperInvariant())))
        {
            row.Report("number", $"Number {input.Number} of {provider.Name} stands in an earlier row, or is stored already. Give each person one row.");
        }

        provider.Staff.Add(input);
    }

    private void AddStanding(ImportRow row, ImportedProvider provider)
    {
        var outcome = row.OneOf<ImportedOutcome>("outcome");
        var (decided, until) = (row.Day("decided_on", required: true), row.Day("valid_until", required: true));
        var (condition, due) = (row.Optional("condition", 500), row.Day("condition_due_on"));
        var conditional = outcome == ImportedOutcome.AccreditedWithConditions;
        if (decided > today)
        {
            row.Report("decided_on", "Enter the day of the decision, today or earlier.");
        }

        if (until < today)
        {
            row.Report("valid_until", "It has ended. Leave the row out; the provider is assessed anew.");
        }
        else if (decided is { } from
            && until > from.AddMonths(conditional ? Application.ConditionalMonths : Application.ValidMonths))
        {
            row.Report("valid_until", string.Create(
                CultureInfo.InvariantCulture,
                $"At most {(conditional ? Application.ConditionalMonths : Application.ValidMonths)} months after the decision."));
        }

        if (conditional && (condition is null || due is null || due <= today || due > until))
        {
            row.Report("condition", "Enter the open condition, and in condition_due_on a day after today and not after the last day.");
        }
        else if (!conditional && condition is not null)
        {
            row.Report("condition", "Only “accredited with conditions” has a condition.");
        }

        if (!_standings.TryAdd(provider.Id, row) || provider.Known is { Accreditation: not AccreditationState.NotStarted })
        {
            row.Report("provider", $"{provider.Name} has its standing already. Give each member one row.");
        }

        if (outcome is not null && decided is not null && until is not null)
        {
            provider.Standing = new ImportedStanding(
                decided.Value, until.Value,
                conditional && condition is not null && due is not null
                    ? new ConditionDto { Text = condition, DueOn = due.Value }
                    : null);
        }
    }
}

/// <summary>What a standing sheet may say; whoever was refused or revoked is no member to bring.</summary>
internal enum ImportedOutcome
{
    Accredited,
    AccreditedWithConditions,
}
