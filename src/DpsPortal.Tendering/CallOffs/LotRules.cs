using DpsPortal.Accreditation.Integration;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.Tendering.CallOffs;

/// <summary>Whether an authority may buy in a lot, and whether the lot suits a need.</summary>
internal sealed class LotRules(IMembershipIntegrationService memberships, ICurrentUser user, TimeProvider clock)
{
    /// <exception cref="InvalidInputException">No such lot.</exception>
    /// <exception cref="BusinessException">Not a member authority, the scheme has ended, or the lot does not suit.</exception>
    public async Task<LotSummary> SuitableAsync(Guid lotId, NeedsProfileDto needs, CancellationToken ct)
    {
        var lot = await memberships.GetLotAsync(lotId, ct)
            ?? throw new InvalidInputException("lotId", "Choose a lot of a scheme.");
        if (!lot.MemberAuthorityIds.Contains(user.OrganisationId))
        {
            throw new BusinessException(TenderingErrorCodes.NotMemberAuthority).WithData("scheme", lot.SchemeName);
        }

        if (lot.SchemeIsClosed || LondonTime.DateOf(clock.GetUtcNow()) > lot.SchemeEndsOn)
        {
            throw new BusinessException(TenderingErrorCodes.SchemeEnded)
                .WithData("scheme", lot.SchemeName).WithData("endsOn", Sentences.Day(lot.SchemeEndsOn));
        }

        Refuse(lot.Category != needs.CategoryWanted, "it is for another kind of accommodation");
        Refuse(needs.AgeBand == AgeBand.From16To17 && !lot.Admits16To17, "it does not admit 16 and 17 year olds");
        return lot;
    }

    private static void Refuse(bool when, string reason)
    {
        if (when)
        {
            throw new BusinessException(TenderingErrorCodes.LotNotSuitable).WithData("reason", reason);
        }
    }
}
