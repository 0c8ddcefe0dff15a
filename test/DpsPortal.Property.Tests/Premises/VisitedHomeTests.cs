using System.Globalization;
using DpsPortal.Property.Premises;
using DpsPortal.Property.Visits;
using static DpsPortal.Property.Tests.Homes;

namespace DpsPortal.Property.Tests.Premises;

/// <summary>What a visit makes good, and what it leaves the home with.</summary>
public sealed class VisitedHomeTests
{
    [Theory]
    [InlineData(VisitMode.InPerson)]
    [InlineData(VisitMode.Virtual)]
    public void A_visit_that_is_not_passed_suspends_the_home_until_one_in_person_is(VisitMode mode)
    {
        var home = Home();

        home.RecordVisit(NotPassed(Now, 61, mode), Now);
        var found = home.ReasonsToSuspend(Today);
        home.RecordVisit(Passed(Now.AddDays(1), VisitMode.Virtual), Now.AddDays(1));
        var afterVideo = home.Standing;
        home.RecordVisit(Passed(Now.AddDays(2)), Now.AddDays(2));

        found.ShouldBe(["The visit on 23 November 2026 was not passed: 61%."]);
        afterVideo.ShouldBe(PremisesStanding.Suspended);
        home.Standing.ShouldBe(PremisesStanding.Usable);
        home.ReasonsToSuspend(Today).ShouldBeEmpty();
    }

    [Fact]
    public void A_visit_that_is_not_passed_makes_nothing_good()
    {
        var details = Details(AllPapers(new DateOnly(2026, 11, 1)));
        var home = Home(details);
        home.RecordVisit(Passed(Now), Now);
        home.RecordVisit(NotPassed(Now.AddHours(1), 97, VisitMode.InPerson, "Rota matches"), Now.AddHours(2));
        home.Update(
            details with { AddressLine = "99 Faraway Street", Places = [.. details.Places, Room("Attic")] },
            Now.AddDays(1));

        home.RecordVisit(NotPassed(Now.AddDays(2), 79), Now.AddDays(2));

        home.ReasonsToSuspend(Today).ShouldBe(
        [
            "Its address was changed on 24 November 2026. It has to be visited there.",
            "The visit on 23 November 2026 found: Rota matches.",
            "The visit on 25 November 2026 was not passed: 79%.",
        ]);
        home.Places.Where(home.IsUnseen).ShouldHaveSingleItem().Name.ShouldBe("Attic");
    }

    [Theory]
    [InlineData(-1, PremisesStanding.Suspended)]
    [InlineData(0, PremisesStanding.Usable)]
    [InlineData(1, PremisesStanding.Usable)]
    public void A_passed_visit_makes_good_what_was_found_before_it_looked_and_not_what_was_found_after(
        int minutes, PremisesStanding expected)
    {
        var home = Home();
        home.RecordVisit(NotPassed(Now, 61), Now.AddHours(1));

        home.RecordVisit(Passed(Now.AddMinutes(minutes)), Now.AddHours(2));

        home.Standing.ShouldBe(expected);
    }

    [Theory]
    [InlineData("6.50", 1, false)]
    [InlineData("6.51", 1, true)]
    [InlineData("10.21", 2, false)]
    [InlineData("10.22", 2, true)]
    public void Fact_25_A_bedroom_that_was_measured_is_judged_by_the_smaller_area(
        string measured, int occupants, bool expected)
    {
        var home = Home(Details(AllPapers(Today), Room("Room 1", 14m, occupants)));
        var room = home.Places[0];

        home.RecordVisit(Passed(Now, measured: (room.Id, decimal.Parse(measured, CultureInfo.InvariantCulture))), Now);

        room.BedroomLargeEnough.ShouldBe(expected);
        room.BedroomArea.ShouldBe(14m);
    }

    [Fact]
    public void Fact_25_A_bedroom_that_measures_well_is_still_as_small_as_its_provider_says()
    {
        var home = Home(Details(AllPapers(Today), Room("Room 1", 6.5m)));

        home.RecordVisit(Passed(Now, measured: (home.Places[0].Id, 9m)), Now);

        home.Places[0].BedroomLargeEnough.ShouldBeFalse();
    }

    [Theory]
    [InlineData(VisitMode.InPerson, true)]
    [InlineData(VisitMode.Virtual, false)]
    public void What_was_measured_stands_until_the_next_visit_in_person_measures_it(VisitMode next, bool enough)
    {
        var home = Home(Details(AllPapers(Today), Room("Room 1")));
        var room = home.Places[0];
        home.RecordVisit(Passed(Now, VisitMode.Virtual, (room.Id, 3m)), Now);
        home.Update(Details(AllPapers(Today), Copy(room, 30m)), Now.AddMinutes(1));
        var afterSaving = room.MeasuredArea;

        home.RecordVisit(Passed(Now.AddDays(1), next, (room.Id, 9.5m)), Now.AddDays(1));

        afterSaving.ShouldBe(3m);
        room.BedroomLargeEnough.ShouldBe(enough);
    }

    [Fact]
    public void What_an_earlier_visit_saw_takes_nothing_back_though_it_is_completed_later()
    {
        var home = Home(Details(AllPapers(Today), Room("Room 1")));
        var room = home.Places[0];
        home.RecordVisit(Passed(Now.AddDays(2), measured: (room.Id, 3m)), Now.AddDays(2));
        home.RecordVisit(NotPassed(Now.AddDays(4), 61), Now.AddDays(4));

        home.RecordVisit(NotPassed(Now, 70), Now.AddDays(5));
        home.RecordVisit(Passed(Now.AddDays(1), measured: (room.Id, 9.5m)), Now.AddDays(6));

        home.ReasonsToSuspend(Today).ShouldBe(["The visit on 27 November 2026 was not passed: 61%."]);
        room.MeasuredArea.ShouldBe(3m);
    }

    private static Place Copy(Place place, decimal area) =>
        new() { Id = place.Id, Name = place.Name, BedroomArea = area, MaxOccupants = place.MaxOccupants };
}
