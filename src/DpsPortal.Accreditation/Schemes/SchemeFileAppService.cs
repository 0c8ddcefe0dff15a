using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Schemes;

internal sealed class SchemeFileAppService(
    IAccreditationDbContext db, ICurrentUser user, IOrganisationIntegrationService organisations)
    : ISchemeFileAppService
{
    public async Task<SchemeFileDto> ExportAsync(Guid id, CancellationToken ct)
    {
        var scheme = await db.Schemes.Include(s => s.Lots).Include(s => s.MemberAuthorities).AsSplitQuery()
            .SingleOrDefaultAsync(s => s.Id == id && s.HostAuthorityId == user.OrganisationId, ct)
            ?? throw new EntityNotFoundException(typeof(Scheme), id);
        var authorities = await organisations.GetByIdsAsync(
            [.. scheme.MemberAuthorities.Select(m => m.AuthorityId)], ct);
        return new SchemeFileDto
        {
            Format = SchemeFileDto.CurrentFormat,
            Terms = TermsOf(scheme),
            Authorities =
            [
                .. authorities.Values.OrderBy(a => a.Code, StringComparer.Ordinal)
                    .Select(a => new SchemeFileAuthorityDto { Code = a.Code ?? "", Name = a.Name }),
            ],
        };
    }

    public async Task<SchemeFileReadingDto> ReadAsync(SchemeFileDto input, CancellationToken ct)
    {
        if (input.Format != SchemeFileDto.CurrentFormat)
        {
            throw new InvalidInputException(
                "format", $"This portal reads {SchemeFileDto.CurrentFormat}. Choose a file that a portal exported.");
        }

        SchemeLaw.Refuse(input.Terms);
        var known = (await organisations.GetListAsync(OrganisationKind.Authority, ct))
            .Where(a => a.Code is not null)
            .ToDictionary(a => a.Code!, a => a.Id, StringComparer.OrdinalIgnoreCase);
        return new SchemeFileReadingDto(
            input.Terms with
            {
                MemberAuthorityIds =
                [
                    .. input.Authorities.Where(a => known.ContainsKey(a.Code)).Select(a => known[a.Code]).Distinct(),
                ],
            },
            [.. input.Authorities.Where(a => !known.ContainsKey(a.Code)).Select(a => a.Name)],
            RegimeRules.Of(input.Terms.Regime).MayBeCreated);
    }

    public IReadOnlyList<SchemeTemplateDto> GetTemplates() => SchemeTemplates.All;

    private static RecordSchemeDto TermsOf(Scheme scheme) => new()
    {
        Name = scheme.Name,
        Reference = scheme.Reference,
        Regime = scheme.Regime,
        ContractNoticeDate = scheme.ContractNoticeDate,
        StartsOn = scheme.StartsOn,
        EndsOn = scheme.EndsOn,
        AdmissionMode = scheme.AdmissionMode,
        TenderTimeBasis = scheme.TenderTimeBasis,
        MinimumTenderMinutes = scheme.MinimumTenderMinutes,
        MutualAgreementFromAllMembers = scheme.MutualAgreementFromAllMembers,
        AwardFeeBasisPoints = scheme.AwardFeeBasisPoints,
        MostMembers = scheme.MostMembers,
        Windows = scheme.Windows,
        Lots =
        [
            .. scheme.Lots.OrderBy(l => l.Number).Select(l => new RecordLotDto
            {
                Name = l.Name,
                Category = l.Category,
                Admits16To17 = l.Admits16To17,
                AccreditationUse = l.AccreditationUse,
                Terms = l.Terms,
            }),
        ],
        MemberAuthorityIds = [],
    };
}
