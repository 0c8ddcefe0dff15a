using DpsPortal.Rules.Accommodation;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>Three invented needs, and what invented providers answer.</summary>
internal static class DemoNeeds
{
    public static readonly IReadOnlyList<CriterionDto> Criteria =
    [
        new("match", "How well the home fits", 30, 2, true),
        new("staffing", "Staff and rota", 20, 2, false),
        new("move-on", "Moving on and independence", 10, null, false),
    ];

    public static readonly NeedsProfileDto Settled = new()
    {
        Urgency = Urgency.MoreThanFiveDays,
        Gender = Gender.Female,
        SingleGenderSetting = true,
        LegalBasis = LegalBasis.Section31,
        UnaccompaniedAsylumSeeking = false,
        InterpreterNeeded = false,
        CategoryWanted = OfstedCategory.SharedRingFenced,
        SupportLevel = SupportLevel.Medium,
        CoreHoursPerWeek = 8,
        AdditionalHoursPerWeek = 2,
        NightCover = NightCover.SleepIn,
        Occupancy = Occupancy.Shared,
        Alongside = Alongside.WithOthersRecommended,
        ParentAndChild = false,
        StepFreeAccess = false,
        Risks = [new RiskDto(Risk.Missing, 1, true), new RiskDto(Risk.SelfHarm, 1, false)],
        Education = EducationStatus.College,
        MustKeepEducationPlace = true,
        Independence =
        [
            new IndependenceDto(Skill.Cooking, 3), new IndependenceDto(Skill.Budgeting, 1),
            new IndependenceDto(Skill.Appointments, 2),
        ],
        PreferredAreas = ["HA9", "NW10"],
        ExcludedAreas = ["E17"],
        Wishes = [Wish.QuietHome, Wish.NearCollege],
        WishesAskedOn = default,
        MoveInFrom = default,
        MoveInBy = default,
        ExpectedWeeks = 39,
    };

    public static readonly NeedsProfileDto NewlyArrived = Settled with
    {
        Urgency = Urgency.LessThanFiveDays,
        Gender = Gender.Male,
        SingleGenderSetting = false,
        LegalBasis = LegalBasis.Section20,
        UnaccompaniedAsylumSeeking = true,
        InterpreterNeeded = true,
        SupportLevel = SupportLevel.Low,
        CoreHoursPerWeek = 5,
        NightCover = NightCover.OnCall,
        Risks = [],
        Education = EducationStatus.NotYet,
        MustKeepEducationPlace = false,
        PreferredAreas = ["NW9", "HA0"],
        ExcludedAreas = [],
        Wishes = [Wish.PlaceToPray, Wish.CookOwnFood, Wish.SportNearby],
        ExpectedWeeks = 26,
    };

    public static readonly NeedsProfileDto MovingOn = Settled with
    {
        Urgency = Urgency.LessThanFiveDays,
        Gender = Gender.Male,
        SingleGenderSetting = false,
        SupportLevel = SupportLevel.High,
        CoreHoursPerWeek = 12,
        Risks = [new RiskDto(Risk.CriminalExploitation, 2, true)],
        PreferredAreas = ["NW10", "HA9", "NW9"],
        Wishes = [Wish.OwnBathroom, Wish.NearFamily],
        ExpectedWeeks = 26,
    };

    public static NeedsProfileDto From(NeedsProfileDto needs, DateOnly today) => needs with
    {
        WishesAskedOn = today.AddDays(-3),
        MoveInFrom = today.AddDays(14),
        MoveInBy = today.AddDays(28),
    };

    public static string Answer(string criterion, int bidder) => (criterion, bidder) switch
    {
        ("match", 0) => "Our ring-fenced home has two calm housemates of similar age and a key worker from day one.",
        ("match", _) => "A small home close to transport; we would hold an introduction visit within two days.",
        ("staffing", 0) => "Two staff by day, one sleeping in; weekly supervision and a written risk plan.",
        ("staffing", _) => "One member of staff at all times and a manager on call within thirty minutes.",
        (_, 0) => "We travel along to the first week at college and review the pathway plan every six weeks.",
        _ => "A monthly move-on meeting, budgeting sessions and links with the local youth service.",
    };
}
