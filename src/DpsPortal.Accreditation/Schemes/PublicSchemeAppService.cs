using DpsPortal.Accreditation.Memberships;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Schemes;

internal sealed class PublicSchemeAppService(IAccreditationDbContext db, TimeProvider clock) : IPublicSchemeAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<PublicSchemeListItemDto>> GetListAsync(CancellationToken ct)
    {
        var schemes = await db.Schemes.Where(s => s.State != SchemeState.Draft).OrderBy(s => s.Name).ToListAsync(ct);
        return
        [
            .. schemes.Select(s => new PublicSchemeListItemDto(
                s.Id, s.Name, s.Reference, s.Regime, s.HostAuthorityName, s.StartsOn, s.LastDay, s.IsOpenToJoin(Now))),
        ];
    }

    public async Task<PublicSchemeDto> GetAsync(Guid id, CancellationToken ct)
    {
        var scheme = await db.Schemes.Include(s => s.Lots).Include(s => s.MemberAuthorities).AsSplitQuery()
            .SingleOrDefaultAsync(s => s.Id == id && s.State != SchemeState.Draft, ct)
            ?? throw new EntityNotFoundException(typeof(Scheme), id);
        var members = (await db.Memberships.Where(m => m.SchemeId == id && m.State == MemberState.Admitted)
            .Select(m => new { m.LotId, m.ProviderName }).ToListAsync(ct)).ToLookup(m => m.LotId, m => m.ProviderName);
        return ToDto(scheme, members);
    }

    public IReadOnlyList<RegimePageDto> GetRegimes() => [.. RegimeRules.All.Select(ToPage)];

    private PublicSchemeDto ToDto(Scheme scheme, ILookup<Guid, string> members)
    {
        var rules = RegimeRules.Of(scheme.Regime);
        var today = LondonTime.DateOf(Now);
        return new PublicSchemeDto
        {
            Id = scheme.Id,
            Name = scheme.Name,
            Reference = scheme.Reference,
            State = scheme.State,
            HostAuthorityName = scheme.HostAuthorityName,
            ContractNoticeDate = scheme.ContractNoticeDate,
            StartsOn = scheme.StartsOn,
            EndsOn = scheme.LastDay,
            AdmissionMode = scheme.AdmissionMode,
            Windows = scheme.Windows,
            OpenToJoin = scheme.IsOpenToJoin(Now),
            DecisionWorkingDays = rules.DecisionWorkingDays,
            AwardFeeBasisPoints = scheme.AwardFeeBasisPoints,
            MostMembers = scheme.MostMembers,
            TimeToBid = RegimeRules.BiddingTime(
                scheme.TenderTimeBasis, scheme.MinimumTenderMinutes, scheme.MutualAgreementFromAllMembers).Words,
            Lots =
            [
                .. scheme.Lots.OrderBy(l => l.Number).Select(l => new PublicLotDto(
                    l.Number, l.Name, l.Category, l.Admits16To17, l.AccreditationUse, l.Terms,
                    [.. members[l.Id].Order(StringComparer.OrdinalIgnoreCase)])),
            ],
            Authorities =
            [
                .. scheme.MemberAuthorities.Where(m => !(m.Until < today)).Select(m => m.AuthorityName)
                    .Append(scheme.HostAuthorityName).Distinct().Order(StringComparer.OrdinalIgnoreCase),
            ],
            Law = ToPage(rules),
        };
    }

    private static RegimePageDto ToPage(RegimeRules rules) =>
        new(rules.Regime, rules.Name, rules.Law, rules.MayBeCreated, rules.Rows);
}
