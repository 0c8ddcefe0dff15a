using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Property.Integration;
using DpsPortal.Property.Premises;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.Tendering.Tests.Bids;

public sealed class AwardGateTests
{
    [Theory]
    [InlineData(AgeBand.From16To17, true, true, true, 0)]
    [InlineData(AgeBand.From16To17, false, true, true, 1)]
    [InlineData(AgeBand.From16To17, true, false, true, 1)]
    [InlineData(AgeBand.From16To17, true, true, false, 1)]
    [InlineData(AgeBand.From16To17, false, false, false, 2)]
    [InlineData(AgeBand.From18To20, false, false, false, 0)]
    [InlineData(AgeBand.From21To25, false, false, false, 0)]
    public void Fact_18_under_18_the_provider_is_registered_for_this_kind_and_the_home_listed_and_over_it_none_is_asked(
        AgeBand age, bool registered, bool category, bool listed, int failures)
    {
        var callOff = A.CallOffIn(CallOffState.Draft);
        callOff.Publish(
            A.Approver, A.Sent, BiddingPeriod.Earliest(A.Lot(), A.Sent), A.Needs with { AgeBand = age }, 3, "seed");
        var member = new LotMember(
            Guid.NewGuid(), "Lantern Row Ltd", false, true, null, registered, registered ? "9000001" : null,
            category ? [OfstedCategory.SharedRingFenced] : [OfstedCategory.SelfContained], [], null);
        var place = new PlaceDto(Guid.NewGuid(), "Room 1", 9.2m, 1, BedroomLargeEnough: true);
        var home = new PremisesSummary(
            Guid.NewGuid(), member.ProviderId, "Home", "HA9", "Brent", OfstedCategory.SharedRingFenced, listed, true, [],
            [place], [], [], A.Sent);

        var found = AwardGates.ProviderFailures(callOff, AccreditationUse.InformationOnly, member)
            .Concat(AwardGates.PremisesFailures(callOff, AccreditationUse.InformationOnly, member, home, place.Id));

        found.Count().ShouldBe(failures);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_room_that_was_added_or_changed_since_the_last_visit_is_not_awarded(bool unseen)
    {
        var place = new PlaceDto(Guid.NewGuid(), "Room 1", 9.2m, 1, BedroomLargeEnough: true, unseen);
        var home = new PremisesSummary(
            Guid.NewGuid(), Guid.NewGuid(), "Home", "HA9", "Brent", OfstedCategory.SharedRingFenced, true, true, [],
            [place], [], [], A.Sent);

        AwardGates.PremisesFailures(
                A.CallOffIn(CallOffState.Published), AccreditationUse.InformationOnly, member: null, home, place.Id)
            .Any().ShouldBe(unseen);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Facts_18_and_24_what_a_provider_says_of_its_home_after_the_deadline_cures_nothing(
        int secondsAfterDeadline, bool fails)
    {
        var callOff = A.CallOffIn(CallOffState.Published);
        var place = new PlaceDto(Guid.NewGuid(), "Room 1", 9.2m, 1, BedroomLargeEnough: true);
        var cured = new PremisesSummary(
            Guid.NewGuid(), Guid.NewGuid(), "Home", "HA9", "Brent", OfstedCategory.SharedRingFenced, true, true, [],
            [place], [], [], callOff.Deadline.AddSeconds(secondsAfterDeadline));
        const string Lapsed = "The gas safety record ran out on 1 January 2026.";
        var stored = AwardGates.FailuresAtSubmission(
            callOff, cured with { OnOfstedList = false, PaperReasons = [Lapsed] }, place.Id).ToList();

        var found = AwardGates.CuredTooLate(callOff, stored, cured, place.Id).ToList();

        stored.Count.ShouldBe(2);
        found.Count.ShouldBe(fails ? 2 : 0);
        found.ShouldAllBe(f => f.Contains(Lapsed) || f.Contains("Ofsted list"));
    }

    [Fact]
    public void What_was_wrong_with_a_home_at_submission_and_still_is_is_said_once()
    {
        var callOff = A.CallOffIn(CallOffState.Published);
        var place = new PlaceDto(Guid.NewGuid(), "Room 1", 9.2m, 1, BedroomLargeEnough: true);
        const string Lapsed = "The gas safety record ran out on 1 January 2026.";
        var home = new PremisesSummary(
            Guid.NewGuid(), Guid.NewGuid(), "Home", "HA9", "Brent", OfstedCategory.SharedRingFenced, false, false,
            [Lapsed], [place], [], [Lapsed], callOff.Deadline.AddDays(1));

        var stored = AwardGates.FailuresAtSubmission(callOff, home, place.Id).ToList();

        AwardGates.CuredTooLate(callOff, stored, home, place.Id).ShouldBeEmpty();
    }
}
