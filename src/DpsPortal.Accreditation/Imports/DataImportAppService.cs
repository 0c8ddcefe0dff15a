using System.Globalization;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Imports;

internal sealed class DataImportAppService(
    IAccreditationDbContext db, ICurrentUser user, ImportReader reader, ImportStore store,
    IProviderImportService providers, DeclaredInterests interests, TimeProvider clock) : IDataImportAppService
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Officer Me => new(user.Id, user.Name);

    public async Task<PagedResult<DataImportDto>> GetListAsync(PageQuery query, CancellationToken ct)
    {
        // Without the files: a list need not read them.
        var own = db.DataImports.AsNoTracking().Where(i => i.HostAuthorityId == user.OrganisationId);
        var imports = await own
            .OrderByDescending(i => i.ProposedAt).ThenBy(i => i.Id).OnPage(query)
            .Select(i => new
            {
                i.Id,
                i.FileName,
                i.SchemeId,
                i.State,
                i.ProposedBy,
                i.ProposedAt,
                i.SettledBy,
                i.SettledAt,
                i.DropReason,
                i.Creates,
            })
            .ToListAsync(ct);
        var names = await db.Schemes.Where(s => s.HostAuthorityId == user.OrganisationId)
            .ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        return new PagedResult<DataImportDto>(
            await own.CountAsync(ct),
            [
                .. imports.Select(i => new DataImportDto(
                    i.Id, i.FileName, i.SchemeId, names[i.SchemeId], i.State, i.ProposedBy.Name, i.ProposedAt,
                    i.SettledBy?.Name, i.SettledAt, i.DropReason, i.Creates, Permitted(i.State, i.ProposedBy))),
            ]);
    }

    public async Task<DataImportDto> GetAsync(Guid id, CancellationToken ct)
    {
        var import = await OwnAsync(id, ct);
        return ToDto(import, (await OwnSchemeAsync(import.SchemeId, ct)).Name);
    }

    public async Task<IReadOnlyList<ImportedMemberDto>> GetMembersAsync(CancellationToken ct)
    {
        var members = await db.Applications.AsNoTracking()
            .Where(a => a.HostAuthorityId == user.OrganisationId && a.ImportedAt != null
                && a.Membership == MembershipState.Admitted)
            .Join(db.Schemes, a => a.SchemeId, s => s.Id, (a, s) => new
            {
                a.Id,
                a.Reference,
                a.ProviderId,
                a.ProviderName,
                s.Name,
                ImportedAt = a.ImportedAt!.Value,
            })
            .ToListAsync(ct);
        var plans = await providers.GetPlansAsync([.. members.Select(m => m.ProviderId)], ct);
        return
        [
            .. members.Select(m => (Member: m, Plan: plans.GetValueOrDefault(m.ProviderId)))
                .Select(m => new ImportedMemberDto(
                    m.Member.Id, m.Member.Reference, m.Member.ProviderName, m.Member.Name, m.Member.ImportedAt,
                    m.Plan?.Missing ?? 0, m.Plan?.Overdue ?? 0, m.Plan?.NextDueOn))
                .OrderBy(m => m.NextDueOn ?? DateOnly.MaxValue).ThenBy(m => m.ProviderName, StringComparer.Ordinal),
        ];
    }

    public string Template(ImportKind kind)
    {
        var columns = ImportColumns.Of(kind);
        return $"{string.Join(',', columns.All)}\r\n{string.Join(',', columns.Example.Select(Quoted))}\r\n";
    }

    public async Task<ImportReportDto> CheckAsync(Guid schemeId, Stream file, string name, CancellationToken ct) =>
        (await reader.ReadAsync(await OwnSchemeAsync(schemeId, ct), await BytesAsync(file, ct), name, ct)).ToReport();

    public async Task<DataImportDto> ProposeAsync(Guid schemeId, Stream file, string name, CancellationToken ct)
    {
        var scheme = await OwnSchemeAsync(schemeId, ct);
        var content = await BytesAsync(file, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockSchemeAsync(scheme.Id, ct);
        await RefuseSameAsync(scheme, DataImport.HashOf(content), ct);
        var read = await reader.ReadAsync(scheme, content, name, ct);
        await interests.RefuseConflictedAsync(ProvidersOf(read), Me, ct);
        RefuseProblems(read);
        var import = new DataImport(Guid.CreateVersion7(), scheme, name, content, read.Plan.Creates(), Me, Now);
        db.DataImports.Add(import);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return ToDto(import, scheme.Name);
    }

    public async Task<ImportReportDto> GetReportAsync(Guid id, CancellationToken ct)
    {
        var import = await OwnAsync(id, ct);
        if (import.Content is null)
        {
            throw new EntityNotFoundException(typeof(DataImport), id);
        }

        var scheme = await OwnSchemeAsync(import.SchemeId, ct);
        var read = await reader.ReadAsync(scheme, import.Content, import.FileName, ct);
        await interests.RefuseConflictedAsync(ProvidersOf(read), Me, ct);
        return read.ToReport();
    }

    public async Task<DataImportDto> ConfirmAsync(Guid id, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var schemeId = (await OwnAsync(id, ct)).SchemeId;
        await db.LockSchemeAsync(schemeId, ct);
        db.ChangeTracker.Clear();
        var import = await OwnAsync(id, ct);
        var scheme = await OwnSchemeAsync(schemeId, ct);
        var (content, proposed) = (import.Content, (import.ProposedBy, import.ProposedAt));
        import.Confirm(import.Creates, Me, Now);
        var read = await reader.ReadAsync(scheme, content!, import.FileName, ct);
        await interests.RefuseConflictedAsync(ProvidersOf(read), proposed.ProposedBy, ct);
        if (read.Problems.Count > 0)
        {
            throw new BusinessException(AccreditationErrorCodes.ImportDoesNotFit)
                .WithData("rows", read.ToReport().FaultyRows);
        }

        await db.SaveChangesAsync(ct);
        await store.StoreAsync(scheme, read.Plan, proposed, Me, ct);
        await transaction.CommitAsync(ct);
        return ToDto(import, scheme.Name);
    }

    public async Task<DataImportDto> DropAsync(Guid id, DropImportDto input, CancellationToken ct)
    {
        var import = await OwnAsync(id, ct);
        import.Drop(input.Reason.Trim(), Me, Now);
        await db.SaveChangesAsync(ct);
        return ToDto(import, (await OwnSchemeAsync(import.SchemeId, ct)).Name);
    }

    /// <summary>Those that an earlier file brought: in a new one nobody has declared anything.</summary>
    private static List<Guid> ProvidersOf(ReadImport read) =>
        [.. read.Plan.Providers.Where(p => p.Known is not null).Select(p => p.Id)];

    private static void RefuseProblems(ReadImport read)
    {
        if (read.Problems.Count > 0)
        {
            throw new InvalidInputException(
                "file",
                $"Nothing is kept while a row needs you: {string.Join(' ', read.Problems.Take(3).Select(p => $"{p.Sheet}, row {p.Row.ToString(CultureInfo.InvariantCulture)}: {p.Message}"))}");
        }
    }

    private async Task RefuseSameAsync(Scheme scheme, string hash, CancellationToken ct)
    {
        var same = await db.DataImports.AsNoTracking()
            .Where(i => i.HostAuthorityId == user.OrganisationId && i.SchemeId == scheme.Id && i.Sha256 == hash
                && i.State != DataImportState.Dropped)
            .Select(i => new { i.ProposedBy, i.ProposedAt, i.State }).FirstOrDefaultAsync(ct);
        if (same is not null)
        {
            throw new BusinessException(AccreditationErrorCodes.SameFile)
                .WithData("officer", same.ProposedBy.Name)
                .WithData("on", LondonTime.DateOf(same.ProposedAt).ToString("d MMMM yyyy", British))
                .WithData("state", same.State == DataImportState.Stored ? "stored" : "waiting for a second officer");
        }
    }

    private async Task<Scheme> OwnSchemeAsync(Guid id, CancellationToken ct) =>
        await db.Schemes.AsNoTracking().Include(s => s.Lots).SingleOrDefaultAsync(
            s => s.Id == id && s.HostAuthorityId == user.OrganisationId && s.State == SchemeState.Published, ct)
        ?? throw new EntityNotFoundException(typeof(Scheme), id);

    private async Task<DataImport> OwnAsync(Guid id, CancellationToken ct) =>
        await db.DataImports.SingleOrDefaultAsync(i => i.Id == id && i.HostAuthorityId == user.OrganisationId, ct)
        ?? throw new EntityNotFoundException(typeof(DataImport), id);

    /// <summary>At most the size of an upload, which the endpoint keeps.</summary>
    private static async Task<byte[]> BytesAsync(Stream file, CancellationToken ct)
    {
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, ct);
        return memory.ToArray();
    }

    private static string Quoted(string cell) => cell.Contains(',', StringComparison.Ordinal) ? $"\"{cell}\"" : cell;

    private IReadOnlyList<DataImportTrigger> Permitted(DataImportState state, Officer proposedBy) =>
    [
        .. DataImportStates.Transitions.PermittedTriggers(state)
            .Where(t => t != DataImportTrigger.Confirm || proposedBy.Id != user.Id),
    ];

    private DataImportDto ToDto(DataImport import, string scheme) => new(
        import.Id, import.FileName, import.SchemeId, scheme, import.State, import.ProposedBy.Name, import.ProposedAt,
        import.SettledBy?.Name, import.SettledAt, import.DropReason, import.Creates,
        Permitted(import.State, import.ProposedBy));
}
