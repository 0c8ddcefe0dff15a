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
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<SchemeListItemDto>> GetListAsync(CancellationToken ct)
    {
        var schemes = await db.Schemes.Include(s => s.Lots).OrderBy(s => s.Name).ToListAsync(ct);
        var members = await db.Memberships.Where(m => m.State == MemberState.Admitted)
            .GroupBy(m => m.SchemeId)
            .Select(g => new { SchemeId = g.Key, Count = g.Select(m => m.ProviderId).Distinct().Count() })
            .ToDictionaryAsync(g => g.SchemeId, g => g.Count, ct);
        return
        [
            .. schemes.Select(s => new SchemeListItemDto(
                s.Id, s.Name, s.Reference, s.Regime, s.HostAuthorityName, s.EndsOn, s.IsOpenToJoin(Now), s.Lots.Count,
                members.GetValueOrDefault(s.Id))),
        ];
    }

    public async Task<SchemeDto> GetAsync(Guid id, CancellationToken ct) => await ToDtoAsync(await FindAsync(id, ct), ct);

    public async Task<SchemeDto> RecordAsync(RecordSchemeDto input, CancellationToken ct)
    {
        if (await db.Schemes.AnyAsync(s => s.Reference == input.Reference, ct))
        {
            throw new InvalidInputException("reference", "Another scheme has this reference. Enter a different one.");
        }

        var authorities = await organisations.GetByIdsAsync([.. input.MemberAuthorityIds], ct);
        foreach (var (i, id) in input.MemberAuthorityIds.Index())
        {
            if (!authorities.TryGetValue(id, out var authority) || authority.Kind != OrganisationKind.Authority)
            {
                throw new InvalidInputException($"memberAuthorityIds[{i}]", "Choose an authority from the list.");
            }
        }

        var scheme = new Scheme(Guid.CreateVersion7(), user.OrganisationId, user.OrganisationName, input);
        foreach (var id in input.MemberAuthorityIds)
        {
            scheme.AddMember(id, authorities[id].Name, input.StartsOn);
        }

        db.Schemes.Add(scheme);
        await db.SaveChangesAsync(ct);
        return await ToDtoAsync(scheme, ct);
    }

    public Task<SchemeDto> ChangeValidityAsync(Guid id, ChangeValidityDto input, CancellationToken ct) =>
        ChangeOwnAsync(id, input.Version, s => s.ChangeValidity(input.EndsOn, input.Reason, Now), ct);

    public Task<SchemeDto> SetAwardFeeAsync(Guid id, SetAwardFeeDto input, CancellationToken ct) =>
        ChangeOwnAsync(id, input.Version, s => s.SetAwardFee(input.AwardFeeBasisPoints), ct);

    private async Task<SchemeDto> ChangeOwnAsync(Guid id, uint version, Action<Scheme> change, CancellationToken ct)
    {
        var scheme = await FindAsync(id, ct);
        if (scheme.HostAuthorityId != user.OrganisationId)
        {
            throw new EntityNotFoundException(typeof(Scheme), id);
        }

        scheme.EnsureUnchangedSince(version);
        change(scheme);
        await db.SaveChangesAsync(ct);
        return await ToDtoAsync(scheme, ct);
    }

    /// <exception cref="EntityNotFoundException">No such scheme.</exception>
    private async Task<Scheme> FindAsync(Guid id, CancellationToken ct) =>
        await db.Schemes.Include(s => s.Lots).Include(s => s.MemberAuthorities).AsSplitQuery()
            .SingleOrDefaultAsync(s => s.Id == id, ct)
        ?? throw new EntityNotFoundException(typeof(Scheme), id);

    private async Task<SchemeDto> ToDtoAsync(Scheme scheme, CancellationToken ct)
    {
        var members = await db.Memberships.Where(m => m.SchemeId == scheme.Id && m.State == MemberState.Admitted)
            .GroupBy(m => m.LotId).Select(g => new { LotId = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.LotId, g => g.Count, ct);
        return new SchemeDto
        {
            Id = scheme.Id,
            Name = scheme.Name,
            Reference = scheme.Reference,
            Regime = scheme.Regime,
            HostAuthorityId = scheme.HostAuthorityId,
            HostAuthorityName = scheme.HostAuthorityName,
            ContractNoticeDate = scheme.ContractNoticeDate,
            StartsOn = scheme.StartsOn,
            EndsOn = scheme.EndsOn,
            AdmissionMode = scheme.AdmissionMode,
            TenderTimeBasis = scheme.TenderTimeBasis,
            MinimumTenderMinutes = scheme.MinimumTenderMinutes,
            MutualAgreementFromAllMembers = scheme.MutualAgreementFromAllMembers,
            DecisionWorkingDays = LegalPeriods.MembershipDecision,
            ExtendedDecisionWorkingDays = LegalPeriods.ExtendedMembershipDecision,
            AwardFeeBasisPoints = scheme.AwardFeeBasisPoints,
            Lots =
            [
                .. scheme.Lots.OrderBy(l => l.Number).Select(l => new LotDto(
                    l.Id, l.Number, l.Name, l.Category, l.Admits16To17, l.AccreditationUse,
                    members.GetValueOrDefault(l.Id))),
            ],
            MemberAuthorities =
            [
                .. scheme.MemberAuthorities.OrderBy(m => m.AuthorityName)
                    .Select(m => new MemberAuthorityDto(m.AuthorityId, m.AuthorityName, m.From, m.Until)),
            ],
            Rules = RegimeRules.Of(scheme.Regime),
            OpenToJoin = scheme.IsOpenToJoin(Now),
            CanChangeValidity = scheme.HostAuthorityId == user.OrganisationId && !LegacyRegime.ValidityIsFrozen(Now),
            Version = scheme.Version,
        };
    }
}
