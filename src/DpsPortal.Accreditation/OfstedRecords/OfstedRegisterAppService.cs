using System.Globalization;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.OfstedRecords;

internal sealed class OfstedRegisterAppService(
    IAccreditationDbContext db, ICurrentUser user, OfstedProviders providers, TimeProvider clock)
    : IOfstedRegisterAppService
{
    private const int Shown = 3;

    /// <summary>An older register says nothing of today.</summary>
    private const int OldestYears = 1;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<RegisterColumnsDto> ReadColumnsAsync(Stream file, string name, CancellationToken ct)
    {
        var table = await RegisterTable.ReadAsync(file, name, ct);
        return new RegisterColumnsDto([.. table.Columns.Where(c => c.Length > 0)], [.. table.Rows.Take(Shown)]);
    }

    public async Task<RegisterComparisonDto> CompareAsync(
        Stream file, string name, RegisterMappingDto mapping, bool apply, CancellationToken ct)
    {
        if (mapping.AsOf > LondonTime.DateOf(Now))
        {
            throw new InvalidInputException("asOf", "Enter the day of the register, today or earlier.");
        }

        if (mapping.AsOf < LondonTime.DateOf(Now).AddYears(-OldestYears))
        {
            throw new InvalidInputException("asOf", "Enter a day within the last year. Compare a newer register.");
        }

        var table = await RegisterTable.ReadAsync(file, name, ct);
        if (table.ColumnOf(mapping.Urn, "urn") is null)
        {
            throw new InvalidInputException("urn", "Say which column holds the URN.");
        }

        var (rows, problems) = RegisterRow.Read(table, mapping);
        var conflicts = await db.ConflictsOf(user).ToListAsync(ct);
        var members = (await providers.MembersAsync(ct)).Where(m => !conflicts.Contains(m.ProviderId)).ToList();
        var latest = await providers.LatestAsync([.. members.Select(m => m.ProviderId)], ct);
        var ours = members.Where(m => m.Urn is not null)
            .Select(m => new OurProvider(m.ProviderId, m.Name, m.Urn!, latest.GetValueOrDefault(m.ProviderId))).ToList();
        var byUrn = rows.ToDictionary(r => r.Urn, StringComparer.Ordinal);
        var found = ours.Select(o => (Ours: o, Differences: RegisterComparison.Of(
            o, byUrn.GetValueOrDefault(o.Urn)).ToList())).ToList();
        var open = await db.OfstedDifferences
            .Where(d => d.HostAuthorityId == user.OrganisationId && d.State == OfstedDifferenceState.Open)
            .ToListAsync(ct);
        var isNew = found.SelectMany(f => f.Differences.Select(d => (f.Ours.ProviderId, d.Kind)))
            .Count(f => !open.Exists(d => d.ProviderId == f.ProviderId && d.Kind == f.Kind));
        var stored = apply && problems.Count == 0;
        if (stored)
        {
            Store(found, open, mapping);
            await db.SaveChangesAsync(ct);
        }

        return new RegisterComparisonDto(
            table.Rows.Count, ours.Count, ours.Count(o => byUrn.ContainsKey(o.Urn)),
            [.. found.SelectMany(f => f.Differences)], isNew, stored, problems.Select(p => p.Line).Distinct().Count(),
            [.. problems.Take(OfstedConsts.MaxReportedRows)]);
    }

    /// <summary>New ones become tasks, known ones are brought up to date, and those the register agrees with now end.</summary>
    private void Store(
        List<(OurProvider Ours, List<RegisterDifferenceDto> Differences)> found, List<OfstedDifference> open,
        RegisterMappingDto mapping)
    {
        foreach (var (ours, differences) in found)
        {
            var known = open.Where(d => d.ProviderId == ours.ProviderId).ToDictionary(d => d.Kind);
            foreach (var difference in differences)
            {
                if (known.TryGetValue(difference.Kind, out var task))
                {
                    task.SeeAgain(difference, mapping.AsOf);
                }
                else
                {
                    db.OfstedDifferences.Add(
                        new OfstedDifference(user.OrganisationId, ours.ProviderId, difference, mapping.AsOf, Now));
                }
            }

            foreach (var settled in known.Values.Where(d =>
                differences.TrueForAll(f => f.Kind != d.Kind) && Tells(mapping, d.Kind)
                && (d.Kind == OfstedDifferenceKind.NotInRegister
                    || differences.TrueForAll(f => f.Kind != OfstedDifferenceKind.NotInRegister))))
            {
                settled.Agree(
                    $"The register of {mapping.AsOf.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))} agrees.",
                    Now);
            }
        }
    }

    /// <summary>A file without a column says nothing of it.</summary>
    private static bool Tells(RegisterMappingDto mapping, OfstedDifferenceKind kind) => kind switch
    {
        OfstedDifferenceKind.Name => !string.IsNullOrWhiteSpace(mapping.Name),
        OfstedDifferenceKind.Registration => !string.IsNullOrWhiteSpace(mapping.Registration),
        OfstedDifferenceKind.Outcome => !string.IsNullOrWhiteSpace(mapping.Outcome),
        _ => true,
    };
}
