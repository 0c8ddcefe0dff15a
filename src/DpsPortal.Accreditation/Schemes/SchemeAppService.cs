using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using DpsPortal.Organisations.People;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Schemes;

internal sealed class SchemeAppService(
    IAccreditationDbContext db, ICurrentUser user, IOrganisationIntegrationService organisations, TimeProvider clock)
    : ISchemeAppService
{
    private Officer Me => new(user.Id, user.Name);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<SchemeListItemDto>> GetListAsync(CancellationToken ct)
    {
        var schemes = await db.Schemes.Where(s => s.State != SchemeState.Draft || s.HostAuthorityId == user.OrganisationId)
            .Include(s => s.Lots).OrderBy(s => s.Name).ToListAsync(ct);
        var members = await db.Memberships.Where(m => m.State == MemberState.Admitted)
            .GroupBy(m => m.SchemeId)
            .Select(g => new { SchemeId = g.Key, Count = g.Select(m => m.ProviderId).Distinct().Count() })
            .ToDictionaryAsync(g => g.SchemeId, g => g.Count, ct);
        return
        [
            .. schemes.Select(s => new SchemeListItemDto(
                s.Id, s.Name, s.Reference, s.Regime, s.State, s.HostAuthorityName, s.EndsOn, s.IsOpenToJoin(Now), s.Lots.Count,
                members.GetValueOrDefault(s.Id))),
        ];
    }

    public async Task<SchemeDto> GetAsync(Guid id, CancellationToken ct) => await ToDtoAsync(await FindAsync(id, ct), ct);

    public async Task<SchemeDto> RecordAsync(RecordSchemeDto input, CancellationToken ct)
    {
        var scheme = new Scheme(Guid.CreateVersion7(), user.OrganisationId, user.OrganisationName, input);
        await AddMembersAsync(scheme, input, ct);
        db.Schemes.Add(scheme);
        await db.SaveChangesAsync(ct);
        return await ToDtoAsync(scheme, ct);
    }

    public async Task<SchemeDto> DraftAsync(RecordSchemeDto input, CancellationToken ct)
    {
        var scheme = Scheme.Draft(Guid.CreateVersion7(), user.OrganisationId, user.OrganisationName, input, Me);
        await AddMembersAsync(scheme, input, ct);
        db.Schemes.Add(scheme);
        await db.SaveChangesAsync(ct);
        return await ToDtoAsync(scheme, ct);
    }

    public async Task<SchemeDto> EditAsync(Guid id, EditSchemeDto input, CancellationToken ct)
    {
        var scheme = await OwnAsync(id, input.Version, ct);
        scheme.Edit(input.Terms, Me);
        await AddMembersAsync(scheme, input.Terms, ct);
        await db.SaveChangesAsync(ct);
        return await ToDtoAsync(scheme, ct);
    }

    public Task<SchemeDto> PublishAsync(Guid id, SchemeVersionDto input, CancellationToken ct) =>
        ChangeOwnAsync(id, input.Version, s => s.Publish(Me, Now), ct);

    public Task<SchemeDto> CloseAsync(Guid id, CloseSchemeDto input, CancellationToken ct) =>
        ChangeOwnAsync(id, input.Version, s => s.Close(input.Reason), ct);

    public Task<SchemeDto> SetWindowsAsync(Guid id, SetWindowsDto input, CancellationToken ct) =>
        ChangeOwnAsync(id, input.Version, s => s.SetWindows(input.Windows, LondonTime.DateOf(Now)), ct);

    public Task<SchemeDto> ChangeValidityAsync(Guid id, ChangeValidityDto input, CancellationToken ct) =>
        ChangeOwnAsync(id, input.Version, s => s.ChangeValidity(input.EndsOn, input.Reason, Now), ct);

    public Task<SchemeDto> SetAwardFeeAsync(Guid id, SetAwardFeeDto input, CancellationToken ct) =>
        ChangeOwnAsync(id, input.Version, s => s.SetAwardFee(input.AwardFeeBasisPoints), ct);

    public async Task<SchemeDto> SaveAgreementAsync(
        Guid id, Guid authorityId, SaveAgreementDto input, CancellationToken ct)
    {
        var authorities = await organisations.GetByIdsAsync([authorityId], ct);
        return !authorities.TryGetValue(authorityId, out var authority) || authority.Kind != OrganisationKind.Authority
            ? throw new EntityNotFoundException(typeof(MemberAuthority), authorityId)
            : await ChangeOwnAsync(id, input.Version, s => s.Agree(authorityId, authority.Name, input), ct);
    }

    public async Task<IReadOnlyList<KeyDateDto>> GetDiaryAsync(Guid id, CancellationToken ct)
    {
        var scheme = await FindAsync(id, ct);
        return scheme.HostAuthorityId == user.OrganisationId
            ? scheme.Diary()
            : throw new EntityNotFoundException(typeof(Scheme), id);
    }

    public Task<SchemeDto> AddKeyDateAsync(Guid id, AddKeyDateDto input, CancellationToken ct) =>
        ChangeOwnAsync(id, input.Version, s => s.AddKeyDate(input), ct);

    public Task<SchemeDto> RemoveKeyDateAsync(Guid id, Guid keyDateId, SchemeVersionDto input, CancellationToken ct) =>
        ChangeOwnAsync(id, input.Version, s => s.RemoveKeyDate(keyDateId), ct);

    private async Task<SchemeDto> ChangeOwnAsync(Guid id, uint version, Action<Scheme> change, CancellationToken ct)
    {
        var scheme = await OwnAsync(id, version, ct);
        change(scheme);
        await db.SaveChangesAsync(ct);
        return await ToDtoAsync(scheme, ct);
    }

    /// <exception cref="EntityNotFoundException">No such scheme, or another authority's.</exception>
    private async Task<Scheme> OwnAsync(Guid id, uint version, CancellationToken ct)
    {
        var scheme = await FindAsync(id, ct);
        if (scheme.HostAuthorityId != user.OrganisationId)
        {
            throw new EntityNotFoundException(typeof(Scheme), id);
        }

        scheme.EnsureUnchangedSince(version);
        return scheme;
    }

    /// <exception cref="InvalidInputException">The reference is taken, or one of them is no authority.</exception>
    private async Task AddMembersAsync(Scheme scheme, RecordSchemeDto terms, CancellationToken ct)
    {
        if (await db.Schemes.AnyAsync(s => s.Reference == terms.Reference && s.Id != scheme.Id, ct))
        {
            throw new InvalidInputException("reference", "Another scheme has this reference. Enter a different one.");
        }

        var authorities = await organisations.GetByIdsAsync([.. terms.MemberAuthorityIds], ct);
        foreach (var (i, id) in terms.MemberAuthorityIds.Index())
        {
            if (!authorities.TryGetValue(id, out var authority) || authority.Kind != OrganisationKind.Authority)
            {
                throw new InvalidInputException($"memberAuthorityIds[{i}]", "Choose an authority from the list.");
            }

            scheme.AddMember(id, authority.Name, terms.StartsOn);
        }
    }

    /// <summary>A draft is there for its own authority only.</summary>
    /// <exception cref="EntityNotFoundException">No such scheme.</exception>
    private async Task<Scheme> FindAsync(Guid id, CancellationToken ct) =>
        await db.Schemes.Include(s => s.Lots).Include(s => s.MemberAuthorities).AsSplitQuery()
            .SingleOrDefaultAsync(
                s => s.Id == id && (s.State != SchemeState.Draft || s.HostAuthorityId == user.OrganisationId), ct)
        ?? throw new EntityNotFoundException(typeof(Scheme), id);

    private async Task<SchemeDto> ToDtoAsync(Scheme scheme, CancellationToken ct)
    {
        var members = await db.Memberships.Where(m => m.SchemeId == scheme.Id && m.State == MemberState.Admitted)
            .GroupBy(m => m.LotId).Select(g => new { LotId = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.LotId, g => g.Count, ct);
        var rules = RegimeRules.Of(scheme.Regime);
        var isHost = scheme.HostAuthorityId == user.OrganisationId;
        return new SchemeDto
        {
            Id = scheme.Id,
            Name = scheme.Name,
            Reference = scheme.Reference,
            Regime = scheme.Regime,
            State = scheme.State,
            WrittenBy = isHost ? scheme.Writer?.Name : null,
            HostAuthorityId = scheme.HostAuthorityId,
            HostAuthorityName = scheme.HostAuthorityName,
            ContractNoticeDate = scheme.ContractNoticeDate,
            StartsOn = scheme.StartsOn,
            EndsOn = scheme.EndsOn,
            AdmissionMode = scheme.AdmissionMode,
            TenderTimeBasis = scheme.TenderTimeBasis,
            MinimumTenderMinutes = scheme.MinimumTenderMinutes,
            MutualAgreementFromAllMembers = scheme.MutualAgreementFromAllMembers,
            DecisionWorkingDays = rules.DecisionWorkingDays,
            ExtendedDecisionWorkingDays = rules.ExtendedDecisionWorkingDays,
            Windows = scheme.Windows,
            MostMembers = scheme.MostMembers,
            AwardFeeBasisPoints = scheme.AwardFeeBasisPoints,
            Lots =
            [
                .. scheme.Lots.OrderBy(l => l.Number).Select(l => new LotDto(
                    l.Id, l.Number, l.Name, l.Category, l.Admits16To17, l.AccreditationUse, l.Terms,
                    members.GetValueOrDefault(l.Id))),
            ],
            MemberAuthorities =
            [
                .. scheme.MemberAuthorities.OrderBy(m => m.AuthorityName)
                    .Select(m => new MemberAuthorityDto(
                        m.AuthorityId, m.AuthorityName, m.From, m.Until, isHost ? m.SignedOn : null,
                        isHost ? m.ShareBasisPoints : null)),
            ],
            Rules = rules.Rows,
            OpenToJoin = scheme.IsOpenToJoin(Now),
            CanChangeValidity = isHost && !rules.ValidityIsFrozen(Now),
            Missing = isHost ? SchemeGaps.Of(scheme) : [],
            PermittedTriggers = isHost ? SchemeStates.Transitions.PermittedTriggers(scheme.State) : [],
            Version = scheme.Version,
        };
    }
}
