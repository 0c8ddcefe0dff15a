using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Standards;

namespace DpsPortal.Accreditation.Applications;

/// <summary>How an officer's entries become the checks of a person, and what is refused.</summary>
internal static class FitnessCheckInput
{
    /// <summary>What is sent replaces what stood; the checks that the portal makes cannot be written over.</summary>
    /// <param name="today">A London date.</param>
    /// <exception cref="InvalidInputException">A check that is not made of this person, or of a day to come.</exception>
    /// <exception cref="BusinessException">A file for a DBS check.</exception>
    public static IReadOnlyList<FitnessCheckDto> Merge(
        IReadOnlyList<FitnessCheckDto> stood, IReadOnlyList<RecordFitnessCheckDto> sent, Officer officer, DateOnly today)
    {
        var checks = stood.ToDictionary(c => c.Kind);
        for (var i = 0; i < sent.Count; i++)
        {
            var (check, field) = (sent[i], $"checks[{i}]");
            if (!checks.TryGetValue(check.Kind, out var before))
            {
                throw new InvalidInputException($"{field}.kind", "This check is not made of a person in this role.");
            }

            if (FitnessChecks.IsComputed(check.Kind))
            {
                continue;
            }

            Check(check, field, today);
            var changed = check.Result != before.Result || check.CheckedOn != before.CheckedOn;
            checks[check.Kind] = new FitnessCheckDto(
                check.Kind, check.Result,
                check.Result is null ? null : check.CheckedOn ?? today,
                check.Result is null ? null : changed ? officer.Name : before.CheckedByName,
                check.Note, ExpiryOf(check), check.DocumentId, null,
                check.Kind == FitnessCheckKind.EnhancedDbs ? check.Dbs : null);
        }

        return [.. stood.Select(c => checks[c.Kind])];
    }

    private static void Check(RecordFitnessCheckDto check, string field, DateOnly today)
    {
        if (check.CheckedOn > today)
        {
            throw new InvalidInputException($"{field}.checkedOn", "Enter the day of the check, today or earlier.");
        }

        if (check.Result == CheckResult.NotApplicable && string.IsNullOrWhiteSpace(check.Note))
        {
            throw new InvalidInputException($"{field}.note", "Say why this check does not apply.");
        }

        if (check.ExpiresOn <= check.CheckedOn)
        {
            throw new InvalidInputException($"{field}.expiresOn", "Enter a day after that of the check.");
        }

        if (check.Kind == FitnessCheckKind.EnhancedDbs)
        {
            CheckDbs(check, field, today);
        }
    }

    /// <summary>Number, level and dates; a file could only be the certificate, which is never kept.</summary>
    private static void CheckDbs(RecordFitnessCheckDto check, string field, DateOnly today)
    {
        if (check.DocumentId is not null)
        {
            throw new BusinessException(AccreditationErrorCodes.NoDbsFile);
        }

        if (check.Result is CheckResult.Clear or CheckResult.Concern && check.Dbs is null)
        {
            throw new InvalidInputException($"{field}.dbs.number", "Enter the number and the date of the certificate.");
        }

        if (check.Dbs is not { } dbs)
        {
            return;
        }

        if (check.Result == CheckResult.Clear && dbs.Level != DbsLevel.EnhancedWithBarredLists)
        {
            throw new InvalidInputException(
                $"{field}.dbs.level", "Only an enhanced certificate with barred lists is clear.");
        }

        if (dbs.IssuedOn > today)
        {
            throw new InvalidInputException($"{field}.dbs.issuedOn", "Enter the day of issue, today or earlier.");
        }

        if (dbs.UpdateCheckedOn > today || dbs.UpdateCheckedOn < dbs.IssuedOn)
        {
            throw new InvalidInputException(
                $"{field}.dbs.updateCheckedOn", "Enter a day from the day of issue to today, or none.");
        }
    }

    /// <summary>Three years from the certificate or a later check with the update service. Source: domain §2.4.</summary>
    private static DateOnly? ExpiryOf(RecordFitnessCheckDto check) => check.Kind != FitnessCheckKind.EnhancedDbs
        ? check.ExpiresOn
        : (check.Dbs?.UpdateCheckedOn ?? check.Dbs?.IssuedOn)?.AddYears(SaferRecruitmentFindings.DbsYears);
}
