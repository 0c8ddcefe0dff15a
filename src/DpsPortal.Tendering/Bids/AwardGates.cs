using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Property.Integration;
using DpsPortal.Property.Premises;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.Tendering.Bids;

/// <summary>
/// The gates of an award (domain §4.5), in sentences. They never keep a provider from being invited or from bidding.
/// </summary>
internal static class AwardGates
{
    /// <param name="member">Null when the provider is no member of the lot.</param>
    public static IEnumerable<string> ProviderFailures(CallOff callOff, AccreditationUse use, LotMember? member)
    {
        if (member is null)
        {
            yield return "The provider is not a member of the lot.";
            yield break;
        }

        if (member.Suspended)
        {
            yield return "The provider is suspended from the lot.";
        }

        if (use == AccreditationUse.AwardGate && !member.Accredited)
        {
            yield return "The provider is not accredited, which an award in this lot asks for.";
        }

        if (!IsUnder18(callOff))
        {
            yield break;
        }

        // Source: SI 2023/416, regs 36-37; Care Standards Act 2000, s. 11 (fact 18).
        if (!member.OfstedRegistered)
        {
            yield return "The provider is not registered with Ofsted, which anyone under 18 needs.";
        }
        else if (!member.OfstedCategories.Contains(callOff.Category))
        {
            yield return "The provider’s Ofsted registration lacks this kind of accommodation.";
        }
    }

    /// <param name="home">Null when it is no longer there.</param>
    /// <param name="placeId">The place offered.</param>
    public static IEnumerable<string> PremisesFailures(
        CallOff callOff, AccreditationUse use, LotMember? member, PremisesSummary? home, Guid? placeId)
    {
        if (home is null)
        {
            yield return "The home offered is no longer recorded.";
            yield break;
        }

        if (!home.Usable)
        {
            yield return $"The home cannot take anybody new: {string.Join(' ', home.StandingReasons)}";
        }

        if (home.Places.SingleOrDefault(p => p.Id == placeId) is not { } place)
        {
            yield return "The place offered is no longer in the home.";
        }
        else if (place is { BedroomLargeEnough: true, Unseen: true })
        {
            // Source: domain §2.5 C: a visit measures and looks at each bedroom.
            yield return "The place offered was added or changed after the last visit. It has to be visited first.";
        }

        foreach (var failure in DeclaredFailures(callOff, home, placeId))
        {
            yield return failure;
        }

        if (use == AccreditationUse.AwardGate && member is { Accredited: true }
            && !member.AccreditedPremisesIds.Contains(home.Id))
        {
            yield return "The home is not among those the provider is accredited for.";
        }
    }

    /// <summary>What rests on the provider's own word about its home, certificates left out.</summary>
    private static IEnumerable<string> DeclaredFailures(CallOff callOff, PremisesSummary home, Guid? placeId)
    {
        if (home.Places.SingleOrDefault(p => p.Id == placeId) is { BedroomLargeEnough: false })
        {
            yield return "The bedroom is too small for the people it is for.";
        }

        if (IsUnder18(callOff) && !home.OnOfstedList)
        {
            yield return "The home is not on the provider’s Ofsted list, which anyone under 18 needs.";
        }

        if (home.Category != callOff.Category)
        {
            yield return "The home is another kind of accommodation than the lot’s.";
        }

        if (callOff.Needs!.ExcludedAreas.Contains(home.OutwardCode, StringComparer.OrdinalIgnoreCase))
        {
            yield return "The home is in an area to stay away from.";
        }
    }

    /// <summary>What a bid is stored with: what its provider's word could mend by the deadline and not after it.</summary>
    public static IEnumerable<string> FailuresAtSubmission(CallOff callOff, PremisesSummary home, Guid? placeId) =>
        home.PaperReasons.Concat(DeclaredFailures(callOff, home, placeId));

    /// <summary>
    /// Bids are compared as they were at the deadline: what a provider says of its home afterwards cures nothing
    /// (equal treatment; domain §4.4, standing is stored with the bid, and facts 18 and 24).
    /// </summary>
    /// <param name="stored">Of <see cref="FailuresAtSubmission"/>.</param>
    public static IEnumerable<string> CuredTooLate(
        CallOff callOff, IReadOnlyList<string> stored, PremisesSummary? home, Guid? placeId) =>
        home is null || home.SavedAt <= callOff.Deadline
            ? []
            : stored.Except(home.StandingReasons).Except(DeclaredFailures(callOff, home, placeId))
                .Select(failure => $"Changed by its provider after the deadline, which does not count. Before: {failure}");

    /// <summary>Domain §4.7: capacity not exceeded.</summary>
    /// <param name="stay">The nights that the award would take.</param>
    /// <param name="place">The place offered; null when it is no longer there, which is said above.</param>
    /// <param name="promised">To others than this call-off, by place.</param>
    public static IEnumerable<string> VacancyFailures(
        Nights stay, PlaceDto? place, ILookup<Guid, Nights> promised)
    {
        if (place is not null && Stay.Promised(stay, place.Id, promised) is { } when)
        {
            yield return $"The place offered is promised to somebody else {when}.";
        }
    }

    private static bool IsUnder18(CallOff callOff) => callOff.Needs!.AgeBand == AgeBand.From16To17;
}
