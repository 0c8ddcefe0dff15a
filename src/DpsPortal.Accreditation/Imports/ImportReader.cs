using System.Globalization;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Framework.Spreadsheets;
using DpsPortal.Organisations.Integration;
using DpsPortal.Property.Integration;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Imports;

/// <summary>What a file holds, what is wrong with it, and what of it was read otherwise than it stands.</summary>
internal sealed record ReadImport(
    ImportFile File, IReadOnlyList<ImportSheet> Sheets, ImportPlan Plan, IReadOnlyList<ImportProblemDto> Problems,
    IReadOnlyList<string> Notes)
{
    private const int MostNotes = 50;

    public ImportReportDto ToReport() => new(
        File.Name,
        [.. Sheets.Select(s => new ImportSheetDto(s.Name, s.Columns.Kind, s.HeadingRow, s.Rows.Count))],
        Problems.Select(p => (p.Sheet, p.Row)).Distinct().Count(),
        [.. Problems.Take(ImportConsts.MaxReportedProblems)],
        Notes.Count <= MostNotes
            ? Notes
            : [.. Notes.Take(MostNotes), string.Create(CultureInfo.InvariantCulture, $"And {Notes.Count - MostNotes} more of the like.")],
        Problems.Count == 0 ? Plan.Creates() : []);
}

/// <summary>Reads a file against what the portal knows; changes nothing.</summary>
internal sealed class ImportReader(
    IAccreditationDbContext db, ICurrentUser user, IProviderImportService providers,
    IPremisesIntegrationService homes, IPremisesImportService homesToMake, ISpreadsheetReader workbooks,
    TimeProvider clock)
{
    /// <exception cref="InvalidInputException">The file as a whole cannot be read.</exception>
    public async Task<ReadImport> ReadAsync(Scheme scheme, byte[] content, string name, CancellationToken ct)
    {
        var file = ImportFile.Read(content, name, workbooks, ct);
        var (problems, notes) = (new List<ImportProblemDto>(), file.Notes.ToList());
        var sheets = file.Sheets.Select(s => ImportSheet.Read(s, problems, notes)).OfType<ImportSheet>()
            .OrderBy(s => s.Columns.Kind).ToList();
        if (sheets.Sum(s => s.Rows.Count) == 0 && problems.Count == 0)
        {
            throw new InvalidInputException("file", "There is nothing in the file below its headings.");
        }

        var today = LondonTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var plan = new ImportPlan();
        var index = new ProviderIndex(providers);
        var members = new MemberRows(scheme, providers, today);
        var known = await KnownAsync(sheets, ct);
        foreach (var rows in sheets.GroupBy(s => s.Columns.Kind).Select(g => (Kind: g.Key, All: g.SelectMany(s => s.Rows).ToList())))
        {
            RefuseTwins(rows.All);
            if (rows.Kind == ImportKind.Members)
            {
                foreach (var row in rows.All)
                {
                    members.Read(row, plan, index, known);
                }
            }
        }

        await RefuseTooManyAsync(scheme, plan, problems, ct);
        await AddKnownAsync(scheme, known, plan, index, ct);
        var parts = new ProviderRows(index, homesToMake, await StaffNumbersAsync(plan, ct), today);
        foreach (var sheet in sheets.Where(s => s.Columns.Kind != ImportKind.Members))
        {
            foreach (var row in sheet.Rows)
            {
                parts.Read(sheet.Columns, row);
            }
        }

        parts.Finish(plan);
        var all = sheets.SelectMany(s => s.Rows).ToList();
        return new ReadImport(
            file, sheets, plan, [.. problems, .. all.SelectMany(r => r.Problems)],
            [.. notes, .. all.SelectMany(r => r.Notes)]);
    }

    private static void RefuseTwins(List<ImportRow> rows)
    {
        var seen = new Dictionary<string, ImportRow>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            row.RefuseFormulas();
            if (!seen.TryAdd(row.Whole, row))
            {
                var first = seen[row.Whole];
                row.Report("", string.Create(
                    CultureInfo.InvariantCulture, $"This row is the same as row {first.Number} of “{first.Sheet}”. Remove one of them."));
            }
        }
    }

    /// <summary>Whom the rows name, as far as the portal knows them.</summary>
    private Task<IReadOnlyList<KnownProvider>> KnownAsync(List<ImportSheet> sheets, CancellationToken ct)
    {
        var named = sheets.SelectMany(s => s.Rows).SelectMany(row => new[]
        {
            row.Cell("provider"), row.Cell("company_number"), row.Cell("charity_number"),
        }).Concat(sheets.Where(s => s.Columns.Kind == ImportKind.Members).SelectMany(s => s.Rows).Select(r => r.Cell("name")))
            .Where(text => text.Length > 0).Distinct().ToList();
        return providers.FindAsync(
            [.. named.Select(providers.CompanyNumber).OfType<string>().Distinct()],
            [.. named.Select(providers.CharityNumber).OfType<string>().Distinct()], named, ct);
    }

    /// <summary>Where the regime lets a scheme state a number. The same is asked when an application is confirmed.</summary>
    private async Task RefuseTooManyAsync(
        Scheme scheme, ImportPlan plan, List<ImportProblemDto> problems, CancellationToken ct)
    {
        if (scheme.MostMembers is not { } most)
        {
            return;
        }

        var now = await db.Memberships
            .Where(m => m.SchemeId == scheme.Id && (m.State == MemberState.Admitted || m.State == MemberState.Suspended))
            .Select(m => m.ProviderId).Distinct().CountAsync(ct);
        if (now + plan.Providers.Count > most)
        {
            problems.Add(new ImportProblemDto("", 0, "", "", string.Create(
                CultureInfo.InvariantCulture,
                $"{scheme.Name} takes at most {Counted.Of(most, "member")} and has {now}. The file brings {plan.Providers.Count}.")));
        }
    }

    /// <summary>Those of an earlier import may be added to until their own people have come.</summary>
    private async Task AddKnownAsync(
        Scheme scheme, IReadOnlyList<KnownProvider> known, ImportPlan plan, ProviderIndex index, CancellationToken ct)
    {
        var ids = known.Select(k => k.Id).ToList();
        var applications = await db.Applications.AsNoTracking()
            .Where(a => a.SchemeId == scheme.Id && a.HostAuthorityId == user.OrganisationId && ids.Contains(a.ProviderId)
                && a.ImportedAt != null && a.Membership == MembershipState.Admitted)
            .ToDictionaryAsync(a => a.ProviderId, ct);
        foreach (var one in known.Where(k => !index.Has(k.Name)))
        {
            if (one.HasPeople || !applications.TryGetValue(one.Id, out var application))
            {
                index.Refuse(one);
                continue;
            }

            var provider = new ImportedProvider
            {
                Id = one.Id,
                Name = one.Name,
                CompanyNumber = one.CompanyNumber,
                CharityNumber = one.CharityNumber,
                Known = application,
            };
            provider.Homes.AddRange((await homes.GetOfProviderAsync(one.Id, ct))
                .Select(h => new ImportedHome { Id = h.Id, Name = h.Name }));
            plan.Providers.Add(provider);
            index.Add(provider);
        }
    }

    private async Task<HashSet<(Guid Provider, string Number)>> StaffNumbersAsync(ImportPlan plan, CancellationToken ct)
    {
        var ids = plan.Providers.Where(p => p.Known is not null).Select(p => p.Id).ToList();
        return
        [
            .. (await db.StaffMembers.AsNoTracking().Where(s => ids.Contains(s.ProviderId))
                .Select(s => new { s.ProviderId, s.Number }).ToListAsync(ct))
                .Select(s => (s.ProviderId, s.Number.ToUpperInvariant())),
        ];
    }
}
