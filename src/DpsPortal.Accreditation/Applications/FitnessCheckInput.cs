using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Standards;

namespace DpsPortal.Accreditation.Applications;

/// <summary>How an officer's entries become the checks of a person, and what is refused.</summary>
internal static class FitnessCheckInput
{
    /// <summary>
    /// What is sent replaces what stood; the checks that the portal makes cannot be written over. Of what is wrong
    /// nothing is kept, and everything is said.
    /// </summary>
    /// <param name="today">A London date.</param>
    /// <exception cref="InvalidInputException">A check that is not made of this person, or of a day to come.</exception>
    /// <exception cref="BusinessException">A file for a DBS check.</exception>
    public static IReadOnlyList<FitnessCheckDto> Merge(
        IReadOnlyList<FitnessCheckDto> stood, IReadOnlyList<RecordFitnessCheckDto> sent, Officer officer, DateOnly today)
    {
        var checks = stood.ToDictionary(c => c.Kind);
        var errors = new List<FieldError>();
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

            if (check is { Kind: FitnessCheckKind.EnhancedDbs, DocumentId: not null })
            {
                throw new BusinessException(AccreditationErrorCodes.NoDbsFile);
            }

            errors.AddRange(Errors(check, field, today));
            var changed = check.Result != before.Result || check.CheckedOn != before.CheckedOn;
            checks[check.Kind] = new FitnessCheckDto(
                check.Kind, check.Result,
                check.Result is null ? null : check.CheckedOn ?? today,
                check.Result is null ? null : changed ? officer.Name : before.CheckedByName,
                check.Note, ExpiryOf(check), check.DocumentId, null,
                check.Kind == FitnessCheckKind.EnhancedDbs ? check.Dbs : null);
        }

        return errors.Count > 0 ? throw new InvalidInputException(errors) : [.. stood.Select(c => checks[c.Kind])];
    }

    private static IEnumerable<FieldError> Errors(RecordFitnessCheckDto check, string field, DateOnly today)
    {
        if (check.CheckedOn > today)
        {
            yield return new FieldError($"{field}.checkedOn", "Enter the day of the check, today or earlier.");
        }

        if (check.Result == CheckResult.NotApplicable && string.IsNullOrWhiteSpace(check.Note))
        {
            yield return new FieldError($"{field}.note", "Say why this check does not apply.");
        }

        if (check.ExpiresOn <= check.CheckedOn)
        {
            yield return new FieldError($"{field}.expiresOn", "Enter a day after that of the check.");
        }

        foreach (var error in check.Kind == FitnessCheckKind.EnhancedDbs ? DbsErrors(check, today) : [])
        {
            yield return new FieldError($"{field}.dbs.{error.Field}", error.Message);
        }
    }

    /// <summary>Number, level and dates; a file could only be the certificate, which is never kept.</summary>
    private static IEnumerable<FieldError> DbsErrors(RecordFitnessCheckDto check, DateOnly today)
    {
        if (check.Dbs is not { } dbs)
        {
            if (check.Result is CheckResult.Clear or CheckResult.Concern)
            {
                yield return new FieldError("number", "Enter the number and the date of the certificate.");
            }

            yield break;
        }

        if (check.Result == CheckResult.Clear && dbs.Level != DbsLevel.EnhancedWithBarredLists)
        {
            yield return new FieldError("level", "Only an enhanced certificate with barred lists is clear.");
        }

        if (dbs.IssuedOn > today)
        {
            yield return new FieldError("issuedOn", "Enter the day of issue, today or earlier.");
        }

        if (dbs.UpdateCheckedOn > today || dbs.UpdateCheckedOn < dbs.IssuedOn)
        {
            yield return new FieldError("updateCheckedOn", "Enter a day from the day of issue to today, or none.");
        }
    }

    /// <summary>Three years from the certificate or a later check with the update service. Source: domain §2.4.</summary>
    private static DateOnly? ExpiryOf(RecordFitnessCheckDto check) => check.Kind != FitnessCheckKind.EnhancedDbs
        ? check.ExpiresOn
        : (check.Dbs?.UpdateCheckedOn ?? check.Dbs?.IssuedOn)?.AddYears(SaferRecruitmentFindings.DbsYears);
}
