using System.Net;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.HttpApi.Host.Tests.Tendering;
using DpsPortal.Property.Premises;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.Tendering.Referrals;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Journey;

/// <summary>What a placing authority's officers and its bidders do, from the need to the award.</summary>
internal sealed class BuyerSteps(PortalFixture portal, PortalClient placements, PortalClient approver)
{
    public async Task<CallOffDto> PublishAsync(LotDto lot, DateOnly today)
    {
        var referral = await placements.PostAsync<ReferralDto>("/api/referrals", new SaveReferralDto
        {
            DateOfBirth = today.AddYears(-17).AddDays(-40),
            CaseNumber = $"case {Guid.NewGuid():N}",
            DeprivationOfLiberty = false,
            Needs = Needs(today),
        });
        var draft = await placements.PostAsync<CallOffDto>("/api/call-offs", new CreateCallOffDto
        {
            ReferralId = referral.Id,
            LotId = lot.Id,
            Deadline = new DateTimeOffset(await portal.Clock.NowAsync(), TimeSpan.Zero).AddHours(2),
            Criteria =
            [
                new CriterionDto("match", "How well the home fits", 30, null, Suitability: true),
                new CriterionDto("staffing", "Staff and rota", 20, null, Suitability: false),
                new CriterionDto("move-on", "Moving on and independence", 10, null, Suitability: false),
            ],
            PriceWeight = 40,
        });
        var published = await approver.PostAsync<CallOffDto>(
            $"/api/call-offs/{draft.Id}/publish", new CallOffVersionDto { Version = draft.Version });
        await portal.DrainOutboxAsync();
        return published;
    }

    /// <summary>The weekly price includes all support: what is compared is what the example compares.</summary>
    public static async Task<BidReceiptDto> BidAsync(
        PortalClient provider, CallOffDto callOff, PremisesDto home, long weeklyPence)
    {
        var bid = await provider.PutAsync<BidDto>($"/api/opportunities/{callOff.Id}/bid", new SaveBidDto
        {
            PremisesId = home.Id,
            PlaceId = home.Places[0].Id,
            AvailableFrom = callOff.Needs.MoveInFrom,
            Lines =
            [
                new PriceLineDto { Kind = PriceLineKind.Accommodation, WeeklyPence = weeklyPence },
                new PriceLineDto
                {
                    Kind = PriceLineKind.Core, HoursPerWeek = callOff.Needs.CoreHoursPerWeek, RatePence = 0,
                },
                new PriceLineDto
                {
                    Kind = PriceLineKind.Additional, HoursPerWeek = callOff.Needs.AdditionalHoursPerWeek, RatePence = 0,
                },
                new PriceLineDto { Kind = PriceLineKind.SleepIn, NightsPerWeek = 7, RatePence = 0 },
            ],
            SetUpPence = 0,
            Answers = [.. callOff.Criteria.Select(c => new BidAnswerDto(c.Id, $"How we meet “{c.Name}”."))],
            NoCollusion = true,
            NoConflict = true,
        });
        bid.Missing.ShouldBeEmpty();
        return (await provider.SendAsync(
            HttpMethod.Post,
            $"/api/opportunities/{callOff.Id}/bid/submit",
            new SubmitBidDto { TotalWeeklyPence = weeklyPence, Version = bid.Version },
            ("Idempotency-Key", Guid.NewGuid().ToString()))).Read<BidReceiptDto>();
    }

    public async Task<CallOffDto> OpenAsync(CallOffDto callOff)
    {
        callOff = await placements.GetAsync<CallOffDto>($"/api/call-offs/{callOff.Id}");
        callOff = await placements.PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/open", new CallOffVersionDto { Version = callOff.Version });
        return await approver.PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/open", new CallOffVersionDto { Version = callOff.Version });
    }

    /// <param name="scoresOf">Scores by provider's home: the bids are anonymous while they are scored.</param>
    public async Task<EvaluationDto> ScoreAsync(Guid callOffId, Func<EvaluatedBidDto, int[]> scoresOf)
    {
        var evaluation = await placements.PostAsync<EvaluationDto>(
            $"/api/call-offs/{callOffId}/declaration", new DeclareConflictDto { HasConflict = false });
        foreach (var bid in evaluation.Bids)
        {
            evaluation = await placements.PutAsync<EvaluationDto>(
                $"/api/call-offs/{callOffId}/bids/{bid.BidId}/scores",
                new ScoreBidDto
                {
                    Scores =
                    [
                        .. evaluation.Criteria.Zip(scoresOf(bid), (criterion, score) => new GiveScoreDto
                        {
                            CriterionId = criterion.Id, Score = score, Reason = $"Scored {score} on the evidence given.",
                        }),
                    ],
                    Version = evaluation.OwnVersion,
                });
        }

        return await portal.LockQualityAsync(placements, callOffId);
    }

    public async Task<CallOffDto> AwardAsync(EvaluationDto evaluation, Guid bidId)
    {
        var proposed = await placements.PostAsync<CallOffDto>(
            $"/api/call-offs/{evaluation.CallOffId}/award/propose",
            new ProposeAwardDto
            {
                BidId = bidId,
                Reason = "Highest total by the published criteria.",
                Version = evaluation.Version,
            });
        (await placements.PostAsync(
            $"/api/call-offs/{evaluation.CallOffId}/award/approve",
            new CallOffVersionDto { Version = proposed.Version })).Status.ShouldBe(HttpStatusCode.Forbidden);
        await approver.PostAsync<EvaluationDto>(
            $"/api/call-offs/{evaluation.CallOffId}/declaration", new DeclareConflictDto { HasConflict = false });
        var awarded = await approver.PostAsync<CallOffDto>(
            $"/api/call-offs/{evaluation.CallOffId}/award/approve", new CallOffVersionDto { Version = proposed.Version });
        await portal.DrainOutboxAsync();
        return awarded;
    }

    private static NeedsProfileDto Needs(DateOnly today) => new()
    {
        Urgency = Urgency.MoreThanFiveDays,
        Gender = Gender.Male,
        SingleGenderSetting = false,
        LegalBasis = LegalBasis.Section20,
        UnaccompaniedAsylumSeeking = true,
        InterpreterNeeded = true,
        CategoryWanted = OfstedCategory.SharedRingFenced,
        SupportLevel = SupportLevel.Medium,
        CoreHoursPerWeek = 10,
        AdditionalHoursPerWeek = 0,
        NightCover = NightCover.SleepIn,
        Occupancy = Occupancy.Shared,
        Alongside = Alongside.WithOthersRecommended,
        ParentAndChild = false,
        StepFreeAccess = false,
        Risks = [new RiskDto(Risk.Missing, 1, true)],
        Education = EducationStatus.College,
        MustKeepEducationPlace = true,
        Independence = [new IndependenceDto(Skill.Cooking, 2)],
        PreferredAreas = ["HA9"],
        ExcludedAreas = [],
        Wishes = [Wish.QuietHome, Wish.NearCollege],
        WishesAskedOn = today.AddDays(-1),
        MoveInFrom = today.AddDays(3),
        MoveInBy = today.AddDays(10),
        ExpectedWeeks = 26,
    };
}
