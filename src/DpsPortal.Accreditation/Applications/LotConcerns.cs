using DpsPortal.Accreditation.Schemes;
using DpsPortal.Property.Integration;

namespace DpsPortal.Accreditation.Applications;

/// <summary>
/// What in the answers speaks against admission to a lot. It is told to the provider before it submits and to the
/// officer; the officer decides. A lot for adults asks for no registration. Source: SI 2023/416, reg. 36.
/// </summary>
internal static class LotConcerns
{
    /// <param name="homes">Those known of the answers, the provider's own.</param>
    public static IReadOnlyList<LotConcern> Of(
        Lot lot, QuestionnaireDto answers, IReadOnlyList<PremisesSummary> homes) =>
        [.. OfRegistration(lot, answers.Ofsted), .. OfHomes(lot, answers.Premises, homes)];

    private static IEnumerable<LotConcern> OfRegistration(Lot lot, OfstedSectionDto? ofsted)
    {
        if (lot.Admits16To17 && ofsted is { Registered: false })
        {
            yield return LotConcern.NotRegistered;
        }
        else if (lot.Admits16To17 && ofsted is { Categories.Count: > 0 } && !ofsted.Categories.Contains(lot.Category))
        {
            yield return LotConcern.OutsideRegistration;
        }
    }

    private static IEnumerable<LotConcern> OfHomes(
        Lot lot, PremisesSectionDto? section, IReadOnlyList<PremisesSummary> homes)
    {
        if (section is { PremisesIds.Count: > 0 }
            && !homes.Any(h => h.Category == lot.Category && section.PremisesIds.Contains(h.Id)))
        {
            yield return LotConcern.NoHomeOfItsKind;
        }
    }
}
