using System.Globalization;
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
            category ? [OfstedCategory.SharedRingFenced] : [OfstedCategory.SelfContained], [], null, Guid.NewGuid());
        var place = new PlaceDto(Guid.NewGuid(), "Room 1", 9.2m, 1, BedroomLargeEnough: true);
        var home = new PremisesSummary(
            Guid.NewGuid(), member.ProviderId, "Home", "HA9", "Brent", OfstedCategory.SharedRingFenced, listed, true, [],
            [place], [], []);

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
            [place], [], []);

        AwardGates.PremisesFailures(
                A.CallOffIn(CallOffState.Published), AccreditationUse.InformationOnly, member: null, home, place.Id)
            .Any().ShouldBe(unseen);
    }

    [Theory]
    [InlineData("6.50", true)]
    [InlineData("6.51", false)]
    public void Fact_25_a_bedroom_that_measured_too_small_is_not_awarded_and_it_is_said_that_it_was_measured(
        string measured, bool refused)
    {
        var area = decimal.Parse(measured, CultureInfo.InvariantCulture);
        var place = Room with { BedroomLargeEnough = !refused, MeasuredArea = area };

        var found = AwardGates.PremisesFailures(
            Published, AccreditationUse.InformationOnly, member: null, Home(place), place.Id);

        found.ShouldBe(refused
            ? ["The bedroom was measured at 6.50 m² at a visit, too small for the people it is for."]
            : []);
    }

    [Fact]
    public void Fact_25_a_bedroom_too_small_by_its_providers_own_word_is_told_once()
    {
        var place = Room with { BedroomArea = 6.5m, BedroomLargeEnough = false, MeasuredArea = 6.4m };

        AwardGates.PremisesFailures(Published, AccreditationUse.InformationOnly, member: null, Home(place), place.Id)
            .ShouldBe(["The bedroom is too small for the people it is for."]);
    }

    [Fact]
    public void Facts_18_and_24_what_failed_at_the_deadline_and_no_longer_does_was_cured_too_late()
    {
        var then = Home(Room).ToDeclared() with
        {
            OnOfstedList = false,
            OutwardCode = "SE13",
            Places = [Room with { BedroomArea = 6.5m, BedroomLargeEnough = false }],
            PaperFailures = [NoGas],
        };

        var found = AwardGates.CuredTooLate(Published, then, Home(Room), Room.Id);

        found.ShouldBe(
        [
            .. new[]
            {
                NoGas.Sentence, "The bedroom is too small for the people it is for.",
                "The home is not on the provider’s Ofsted list, which anyone under 18 needs.",
                "The home is in an area to stay away from.",
            }.Select(f => $"Changed by its provider after the deadline, which does not count. At the deadline: {f}"),
        ]);
    }

    [Fact]
    public void What_was_in_order_at_the_deadline_was_not_cured_after_it() =>
        AwardGates.CuredTooLate(Published, Home(Room).ToDeclared(), Home(Room), Room.Id).ShouldBeEmpty();

    [Fact]
    public void What_failed_at_the_deadline_and_still_does_is_told_by_the_gate_alone()
    {
        var lapsed = new PaperFailure(CertificateKind.GasSafety, "The gas safety record ran out on 1 January 2026.");
        var now = Home(Room) with { OnOfstedList = false, PaperFailures = [lapsed] };

        AwardGates.CuredTooLate(
                Published, now.ToDeclared() with { PaperFailures = [NoGas] }, now, Room.Id)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Where_it_was_not_kept_how_a_home_was_at_the_deadline_nothing_is_too_late()
    {
        AwardGates.CuredTooLate(Published, then: null, Home(Room), Room.Id).ShouldBeEmpty();
        AwardGates.CuredTooLate(Published, Home(Room).ToDeclared(), home: null, Room.Id).ShouldBeEmpty();
    }

    private static CallOff Published => A.CallOffIn(CallOffState.Published);

    private static PaperFailure NoGas => new(CertificateKind.GasSafety, "There is no gas safety record.");

    private static PlaceDto Room { get; } = new(Guid.NewGuid(), "Room 1", 9.2m, 1, BedroomLargeEnough: true);

    private static PremisesSummary Home(PlaceDto place) => new(
        Guid.NewGuid(), Guid.NewGuid(), "Home", "HA9", "Brent", OfstedCategory.SharedRingFenced, true, true, [],
        [place], [], []);
}
