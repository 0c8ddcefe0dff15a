using System.Globalization;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Property.Integration;
using DpsPortal.Property.Premises;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Rules.Standards;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.EarlierUses;
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

        foreach (var failure in DeclaredFailures(callOff, home.ToDeclared(), placeId)
            .Concat(MeasuredFailures(home, placeId)))
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
    private static IEnumerable<string> DeclaredFailures(CallOff callOff, DeclaredHome home, Guid? placeId)
    {
        if (home.Places.SingleOrDefault(p => p.Id == placeId) is { } place && !IsLargeEnough(place))
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

    /// <summary>What a visitor measured, where the provider's own word would pass (fact 25).</summary>
    private static IEnumerable<string> MeasuredFailures(PremisesSummary home, Guid? placeId)
    {
        var place = home.Places.SingleOrDefault(p => p.Id == placeId);
        if (place is { BedroomLargeEnough: false, MeasuredArea: { } measured } && IsLargeEnough(place))
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"The bedroom was measured at {measured:0.00} m² at a visit, too small for the people it is for.");
        }
    }

    /// <summary>
    /// Bids are compared as they were at the deadline: a home that failed then is not cured by what its provider says
    /// of it afterwards, and one that was mended by then is mended, whatever the provider saves later (equal treatment;
    /// domain §4.4, facts 18 and 24).
    /// </summary>
    /// <param name="then">The home as it was at the deadline; null when that was not kept: nothing is too late.</param>
    public static IEnumerable<string> CuredTooLate(
        CallOff callOff, DeclaredHome? then, PremisesSummary? home, Guid? placeId)
    {
        if (then is null || home is null)
        {
            return [];
        }

        return then.PaperFailures.Where(f => home.PaperFailures.All(now => now.Kind != f.Kind)).Select(f => f.Sentence)
            .Concat(DeclaredFailures(callOff, then, placeId)
                .Except(DeclaredFailures(callOff, home.ToDeclared(), placeId)))
            .Select(failure =>
                $"Changed by its provider after the deadline, which does not count. At the deadline: {failure}");
    }

    /// <summary>
    /// What is awarded is what was offered: evaluators read the area of the bid, and a home elsewhere is another home.
    /// </summary>
    /// <param name="offered">When the bid was sent.</param>
    /// <param name="receivedAt">Instant, UTC.</param>
    public static IEnumerable<string> MovedSinceTheBid(
        StandingSnapshot offered, DateTime receivedAt, PremisesSummary? home)
    {
        if (home is not null && (home.MovedAt > receivedAt
            || (home.OutwardCode, home.AreaAuthority) != (offered.OutwardCode, offered.AreaAuthority)))
        {
            yield return "The home has another address or council area than when the bid was sent.";
        }
    }

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

    /// <summary>
    /// A home new to the authority, for which too few others vouch. What is given after the deadline counts as well:
    /// referees are no bidders, and the gate is the award's. Source: domain §3, fact 23.
    /// </summary>
    public static IEnumerable<string> NewHomeFailures(CallOff callOff, HomeUse use)
    {
        if (use.NeedsReferences)
        {
            yield return $"The home is new to {callOff.PlacingAuthorityName}: it needs references from two other "
                + $"authorities, and {use.Counted()}.";
        }
    }

    /// <summary>By its provider's own word.</summary>
    private static bool IsLargeEnough(PlaceDto place) =>
        BedroomArea.Check(place.BedroomArea, place.MaxOccupants) == BedroomAreaFinding.Passes;

    private static bool IsUnder18(CallOff callOff) => callOff.Needs!.AgeBand == AgeBand.From16To17;
}
