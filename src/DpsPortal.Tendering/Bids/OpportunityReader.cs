using DpsPortal.Accreditation.Integration;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Property.Integration;
using DpsPortal.Rules.Calendar;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.PriceQuestions;
using DpsPortal.Tendering.Questions;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Bids;

/// <summary>A call-off as one invited provider sees it, with its own bid and nobody else's.</summary>
internal sealed class OpportunityReader(
    ITenderingDbContext db, IMembershipIntegrationService memberships, IPremisesIntegrationService premises,
    IPlaceNightsIntegrationService nights, BidChecks checks, BidderWarnings warnings, BidDrafts drafts,
    ICurrentUser user)
{
    /// <exception cref="EntityNotFoundException">No such call-off, or the provider was not invited.</exception>
    public async Task<(Invitation Invitation, CallOff CallOff)> InvitedAsync(Guid callOffId, CancellationToken ct)
    {
        var invitation = await db.Invitations.SingleOrDefaultAsync(
                i => i.CallOffId == callOffId && i.ProviderId == user.OrganisationId, ct)
            ?? throw new EntityNotFoundException(typeof(CallOff), callOffId);
        return (invitation, await db.CallOffs.AsNoTracking().SingleAsync(c => c.Id == callOffId, ct));
    }

    public async Task<OpportunityDto> ReadAsync(Guid callOffId, CancellationToken ct)
    {
        var (invitation, callOff) = await InvitedAsync(callOffId, ct);
        var bid = await db.Bids.AsNoTracking().SingleOrDefaultAsync(
            b => b.CallOffId == callOffId && b.ProviderId == user.OrganisationId, ct);
        var draft = await drafts.ReadAsync(bid, ct);
        var member = await memberships.GetMemberAsync(callOff.LotId, user.OrganisationId, ct);
        var now = await db.NowAsync(ct);
        var isOpen = callOff.State == CallOffState.Published && now < callOff.Deadline;
        var homes = await premises.GetOfProviderAsync(user.OrganisationId, ct);
        var today = LondonTime.DateOf(now);
        var vacancies = await VacanciesAsync(callOff, homes, today, ct);
        return new OpportunityDto
        {
            CallOffId = callOff.Id,
            Reference = callOff.Reference,
            PlacingAuthorityName = callOff.PlacingAuthorityName,
            SchemeName = callOff.SchemeName,
            LotName = callOff.LotName,
            Needs = callOff.Needs!,
            Criteria = callOff.Criteria,
            PriceWeight = callOff.PriceWeight,
            CeilingWeeklyPence = callOff.CeilingWeeklyPence,
            Deadline = callOff.Deadline,
            Extensions = [.. callOff.Extensions.Select(e => new BidderExtensionDto(e.From, e.To, e.Reason, e.At))],
            QuestionsUntil = callOff.QuestionsUntil!.Value,
            MayAsk = isOpen && now < callOff.QuestionsUntil && user.Has(TenderingPermissions.Bids.Submit),
            Questions = await db.OfBidderAsync(callOffId, user.OrganisationId, ct),
            Open = isOpen,
            BoxRoot = await db.BoxRootAsync(callOffId, ct),
            StandingWarnings =
            [
                .. await warnings.OfStandingAsync(callOff, member, bid, draft, homes, ct),
                .. vacancies.Warnings(draft),
            ],
            NewHome = isOpen ? await warnings.OfNewHomeAsync(callOff, member, draft, homes, today, ct) : null,
            PromisedPlaces = vacancies.Remarks(),
            RateCard = member?.Rates is { } rates
                ? new RateLimitsDto(
                    rates.AccommodationWeeklyPence, rates.CoreHourPence, rates.AdditionalHourPence,
                    rates.WakingNightPence, rates.SleepInPence, rates.SetUpPence)
                : null,
            Bid = bid is null ? null : await ToDtoAsync(bid, callOff, ct),
            Declined = bid?.State == BidState.Submitted ? null : invitation.Declined,
            Outcome = Outcome(callOff, user.OrganisationId),
            CancelReason = callOff.CancelReason,
            PriceQuestion = PriceQuestionView.ToBidder(
                await db.PriceQuestions.AsNoTracking().SingleOrDefaultAsync(
                    q => q.CallOffId == callOffId && q.ProviderId == user.OrganisationId, ct),
                callOff),
            PermittedTriggers = isOpen && bid is not null && user.Has(TenderingPermissions.Bids.Submit)
                ? BidStates.Transitions.PermittedTriggers(bid.State)
                : [],
        };
    }

    public async Task<BidDto> ToDtoAsync(Bid bid, CallOff callOff, CancellationToken ct)
    {
        var draft = await drafts.ReadAsync(bid, ct);
        var content = draft ?? BidContent.Empty;
        var (pricing, problems, remarks) = await checks.RunAsync(content, callOff, ct);
        var last = await db.BidVersions.AsNoTracking()
            .Where(v => v.BidId == bid.Id).OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct);
        return new BidDto
        {
            Id = bid.Id,
            State = bid.State,
            HasDraft = draft is not null,
            Text = draft is null ? null : SubmittedBid.Write(callOff, user, draft, pricing),
            PremisesId = content.PremisesId,
            PlaceId = content.PlaceId,
            AvailableFrom = content.AvailableFrom,
            Lines = content.Lines,
            LinePence = pricing.LinePence,
            SetUpPence = content.SetUpPence,
            TotalWeeklyPence = pricing.TotalWeeklyPence,
            FourWeeklyPence = pricing.FourWeeklyPence,
            WholeTermPence = pricing.WholeTermPence,
            Answers = content.Answers,
            NoCollusion = content.NoCollusion,
            NoConflict = content.NoConflict,
            Missing = draft is null ? [] : BidRules.Missing(content, callOff),
            Problems = draft is null ? [] : [.. problems.Select(p => new MissingDto(p.Field, p.Message))],
            Remarks = remarks,
            SavedAt = bid.SavedAt,
            LastReceipt = last is null ? null : Receipt(last, callOff),
            Version = bid.Version,
        };
    }

    public static BidReceiptDto Receipt(BidVersion version, CallOff callOff) => new(
        version.BidId, version.CallOffId, callOff.Reference, version.Number, version.ReceivedAt, callOff.Deadline,
        version.Sha256, version.SubmittedByName);

    /// <summary>What a provider may know: an award only once its letters are out.</summary>
    public static OpportunityOutcome Outcome(CallOff callOff, Guid providerId) => callOff.State switch
    {
        CallOffState.Cancelled => OpportunityOutcome.Cancelled,
        CallOffState.Awarded when callOff.Award!.ProviderId == providerId => OpportunityOutcome.Won,
        CallOffState.Awarded or CallOffState.NoBids => OpportunityOutcome.NotWon,
        _ => OpportunityOutcome.Pending,
    };

    private async Task<Vacancies> VacanciesAsync(
        CallOff callOff, IReadOnlyList<PremisesSummary> homes, DateOnly today, CancellationToken ct) => new(
            callOff.Needs!, homes, today, await nights.GetPromisedAsync(
                [.. homes.SelectMany(h => h.Places).Select(p => p.Id)], today, callOff.Id, ct));
}
