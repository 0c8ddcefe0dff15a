using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using DpsPortal.Property.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Applications;

/// <summary>
/// A draft may be incomplete; it may never name what is another's. Without this a provider could tie up, and at
/// submission show to the host, homes and documents that it does not own.
/// </summary>
internal sealed class OwnAnswers(
    IAccreditationDbContext db, ICurrentUser user, IPremisesIntegrationService premises,
    IDocumentIntegrationService documents)
{
    /// <exception cref="InvalidInputException">A home, lot or area that is another's.</exception>
    /// <exception cref="BusinessException">A document that is not the provider's.</exception>
    public async Task RefuseForeignAsync(Application application, QuestionnaireDto sections, CancellationToken ct)
    {
        var errors = new List<FieldError>();
        if (sections.Premises is { } homes)
        {
            errors.AddRange(await ForeignHomesAsync(homes, ct));
        }

        if (sections.LotsAndAreas is not null || sections.RateCard is not null)
        {
            var scheme = await db.Schemes.Include(s => s.Lots).Include(s => s.MemberAuthorities).AsSplitQuery()
                .SingleAsync(s => s.Id == application.SchemeId, ct);
            errors.AddRange(ForeignLots(sections, [.. scheme.Lots.Select(l => l.Id)]));
            errors.AddRange(ForeignAreas(
                sections.LotsAndAreas?.Areas ?? [],
                [
                    scheme.HostAuthorityName, .. scheme.MemberAuthorities.Select(m => m.AuthorityName),
                    .. application.Answers.LotsAndAreas?.Areas ?? [],
                ]));
        }

        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }

        var papers = (sections.Insurance?.Policies ?? []).Where(p => p.DocumentId is not null)
            .Select(p => p.DocumentId!.Value).Distinct().ToList();
        if (papers.Count > 0)
        {
            await documents.EnsureOwnAsync(papers, ct);
        }
    }

    private async Task<IEnumerable<FieldError>> ForeignHomesAsync(PremisesSectionDto section, CancellationToken ct)
    {
        var own = (await premises.GetListAsync(section.PremisesIds, ct))
            .Where(h => h.ProviderId == user.OrganisationId).Select(h => h.Id).ToHashSet();
        return section.PremisesIds.Index().Where(id => !own.Contains(id.Item)).Select(id => new FieldError(
            $"answers.premises.premisesIds[{id.Index}]", "Choose one of your own homes."));
    }

    private static IEnumerable<FieldError> ForeignLots(QuestionnaireDto sections, HashSet<Guid> lots) =>
    [
        .. (sections.LotsAndAreas?.LotIds ?? []).Index().Where(l => !lots.Contains(l.Item)).Select(l =>
            new FieldError($"answers.lotsAndAreas.lotIds[{l.Index}]", "Choose a lot of this scheme.")),
        .. (sections.RateCard?.Rates ?? []).Index().Where(r => !lots.Contains(r.Item.LotId)).Select(r =>
            new FieldError($"answers.rateCard.rates[{r.Index}].lotId", "Choose a lot of this scheme.")),
    ];

    /// <summary>An area saved earlier stays, though its authority has left the scheme since.</summary>
    private static IEnumerable<FieldError> ForeignAreas(IReadOnlyList<string> areas, HashSet<string> known) =>
        areas.Index().Where(a => !known.Contains(a.Item)).Select(a => new FieldError(
            $"answers.lotsAndAreas.areas[{a.Index}]", "Choose an area of this scheme."));
}
