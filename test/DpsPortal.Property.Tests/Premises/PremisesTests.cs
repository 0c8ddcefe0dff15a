using System.Globalization;
using DpsPortal.Property.Integration;
using DpsPortal.Property.Premises;
using DpsPortal.Property.Visits;
using DpsPortal.Rules.Accommodation;
using static DpsPortal.Property.Tests.Homes;

namespace DpsPortal.Property.Tests.Premises;

public sealed class PremisesTests
{
    /// <summary>Issued 24 November 2025: its last day is 24 November 2026, in winter, when London keeps UTC.</summary>
    [Theory]
    [InlineData("2026-11-24T23:59:59Z", PremisesStanding.Usable)]
    [InlineData("2026-11-25T00:00:00Z", PremisesStanding.Suspended)]
    public void Fact_24_A_gas_record_suspends_its_home_from_midnight_after_its_last_day(
        string instant, PremisesStanding expected)
    {
        var home = Home(GasIssued(new DateOnly(2025, 11, 24)));

        home.Settle(Utc(instant), byProvider: false);

        home.Standing.ShouldBe(expected);
    }

    /// <summary>Issued 10 July 2025: midnight in London is 23:00 UTC of the last day in summer.</summary>
    [Theory]
    [InlineData("2026-07-10T22:59:59Z", PremisesStanding.Usable)]
    [InlineData("2026-07-10T23:00:00Z", PremisesStanding.Suspended)]
    public void Fact_24_In_summer_midnight_is_Londons(string instant, PremisesStanding expected)
    {
        var home = Home(
            GasIssued(new DateOnly(2025, 7, 10), others: new DateOnly(2025, 7, 20)),
            now: Utc("2026-07-01T12:00:00Z"));

        home.Settle(Utc(instant), byProvider: false);

        home.Standing.ShouldBe(expected);
    }

    [Theory]
    [InlineData(CertificateKind.GasSafety, "2025-11-22")]
    [InlineData(CertificateKind.ElectricalInstallation, "2021-11-22")]
    [InlineData(CertificateKind.FireRiskAssessment, "2025-11-22")]
    public void Fact_24_Each_dated_paper_suspends_the_day_after_its_term(CertificateKind kind, string issued)
    {
        var first = DateOnly.Parse(issued, CultureInfo.InvariantCulture);

        Home(With(kind, first)).Standing.ShouldBe(PremisesStanding.Suspended);
        Home(With(kind, first.AddDays(1))).Standing.ShouldBe(PremisesStanding.Usable);
    }

    [Theory]
    [InlineData(CertificateKind.BuildingsInsurance)]
    [InlineData(CertificateKind.LiabilityInsurance)]
    public void Fact_24_Lapsed_insurance_suspends(CertificateKind kind)
    {
        var yesterday = Details([.. Without(kind), Paper(kind, Today.AddYears(-1), Today.AddDays(-1))]);
        var today = Details([.. Without(kind), Paper(kind, Today.AddYears(-1), Today)]);

        Home(yesterday).Standing.ShouldBe(PremisesStanding.Suspended);
        Home(today).Standing.ShouldBe(PremisesStanding.Usable);
    }

    [Theory]
    [InlineData(CertificateKind.GasSafety, "There is no gas safety record.")]
    [InlineData(CertificateKind.ElectricalInstallation, "There is no electrical installation report.")]
    [InlineData(CertificateKind.FireRiskAssessment, "There is no fire risk assessment.")]
    [InlineData(CertificateKind.BuildingsInsurance, "There is no buildings insurance.")]
    [InlineData(CertificateKind.LiabilityInsurance, "There is no liability insurance.")]
    public void A_missing_critical_paper_suspends_and_is_named(CertificateKind kind, string reason)
    {
        var home = Home(Details([.. Without(kind)]));

        home.Standing.ShouldBe(PremisesStanding.Suspended);
        home.ReasonsToSuspend(Today).ShouldBe([reason]);
    }

    [Fact]
    public void Papers_that_are_missing_are_told_in_one_sentence()
    {
        var home = Home(Details([]));

        home.ReasonsToSuspend(Today).ShouldHaveSingleItem().ShouldBe(
            "There is no gas safety record, no electrical installation report, no fire risk assessment, "
            + "no buildings insurance and no liability insurance.");
        home.MissingCertificates().Count.ShouldBe(5);
    }

    [Fact]
    public void A_home_that_an_import_brought_takes_nobody_new_elsewhere_or_in_a_new_room_before_a_visit()
    {
        var details = Details(AllPapers(new DateOnly(2026, 11, 1)));
        var home = new Property.Premises.Premises(Guid.NewGuid(), Guid.NewGuid(), details, Now, takenOver: true);
        home.Places.ShouldAllBe(p => !home.IsUnseen(p));

        home.Update(
            details with
            {
                AddressLine = "99 Faraway Street",
                Places = [.. details.Places, new Place { Id = Guid.NewGuid(), Name = "Attic", BedroomArea = 9m, MaxOccupants = 1 }],
            },
            Now.AddMinutes(1));

        home.Standing.ShouldBe(PremisesStanding.Suspended);
        home.Places.Count(home.IsUnseen).ShouldBe(1);
        home.RecordVisit(Passed(Now.AddMinutes(2)), Now.AddMinutes(2));
        home.Standing.ShouldBe(PremisesStanding.Usable);
        home.Places.ShouldAllBe(p => !home.IsUnseen(p));
    }

    [Fact]
    public void A_visited_home_whose_address_changes_takes_nobody_new_until_it_is_visited_there()
    {
        var details = Details(AllPapers(new DateOnly(2026, 11, 1)));
        var elsewhere = details with { AddressLine = "99 Faraway Street" };
        var (visited, unvisited) = (Home(details), Home(details));
        visited.RecordVisit(Passed(Now), Now);

        visited.Update(elsewhere, Now.AddMinutes(1));
        unvisited.Update(elsewhere, Now.AddMinutes(1));

        unvisited.Standing.ShouldBe(PremisesStanding.Usable);
        visited.Standing.ShouldBe(PremisesStanding.Suspended);
        visited.ReasonsToSuspend(Today)
            .ShouldBe(["Its address was changed on 23 November 2026. It has to be visited there."]);
        visited.RecordVisit(Passed(Now.AddMinutes(2)), Now.AddMinutes(2));
        visited.Standing.ShouldBe(PremisesStanding.Usable);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void What_changes_while_a_visit_goes_on_was_not_looked_at(int minutesAfterItsStart, bool seen)
    {
        var started = Now.AddHours(1);
        var room = new Place { Id = Guid.NewGuid(), Name = "Attic", BedroomArea = 11m, MaxOccupants = 1 };
        var details = Details(AllPapers(new DateOnly(2026, 11, 1))) with { Places = [room] };
        var home = Home(details);
        var larger = new Place { Id = room.Id, Name = "Attic", BedroomArea = 14m, MaxOccupants = 2 };
        home.Update(
            details with { AddressLine = "99 Faraway Street", Places = [larger] }, started.AddMinutes(minutesAfterItsStart));

        home.RecordVisit(Passed(started), started.AddHours(2));

        home.Standing.ShouldBe(seen ? PremisesStanding.Usable : PremisesStanding.Suspended);
        home.Places.Count(home.IsUnseen).ShouldBe(seen ? 0 : 1);
    }

    [Fact]
    public void A_visit_completed_after_a_later_one_takes_nothing_back()
    {
        var home = Home(Details(AllPapers(new DateOnly(2026, 11, 1))));
        home.RecordVisit(Passed(Now.AddDays(2)), Now.AddDays(2));

        home.RecordVisit(Passed(Now), Now.AddDays(3));

        home.VisitedAt.ShouldBe(Now.AddDays(2));
    }

    [Theory]
    [InlineData("nothing", false)]
    [InlineData("its name", false)]
    [InlineData("its size", true)]
    [InlineData("its people", true)]
    [InlineData("a room more", true)]
    public void A_room_that_is_added_or_changed_after_a_visit_is_unseen_until_the_next(string what, bool unseen)
    {
        var room = new Place { Id = Guid.NewGuid(), Name = "Attic", BedroomArea = 11m, MaxOccupants = 1 };
        var details = Details(AllPapers(new DateOnly(2026, 11, 1))) with { Places = [room] };
        var home = Home(details);
        home.Places.ShouldAllBe(p => !home.IsUnseen(p), "Before the first visit nothing has changed since one.");
        home.RecordVisit(Passed(Now), Now);
        home.Places.ShouldAllBe(p => !home.IsUnseen(p));
        var after = new Place
        {
            Id = room.Id,
            Name = what == "its name" ? "Loft" : room.Name,
            BedroomArea = what == "its size" ? 10.5m : 11m,
            MaxOccupants = what == "its people" ? 2 : 1,
        };
        var more = new Place { Id = Guid.NewGuid(), Name = "Attic again", BedroomArea = 11m, MaxOccupants = 1 };

        home.Update(details with { Places = what == "a room more" ? [after, more] : [after] }, Now.AddTicks(10));

        home.Places.Count(home.IsUnseen).ShouldBe(unseen ? 1 : 0);
        home.RecordVisit(Passed(Now.AddDays(1)), Now.AddDays(1));
        home.Places.ShouldAllBe(p => !home.IsUnseen(p));
    }

    [Fact]
    public void A_home_without_gas_needs_no_gas_record() =>
        Home(Details([.. Without(CertificateKind.GasSafety)]) with { HasGas = false })
            .Standing.ShouldBe(PremisesStanding.Usable);

    [Theory]
    [InlineData(4, OfstedCategory.SharedRingFenced, PremisesStanding.Usable)]
    [InlineData(5, OfstedCategory.SharedRingFenced, PremisesStanding.Suspended)]
    [InlineData(5, OfstedCategory.SharedNotRingFenced, PremisesStanding.Suspended)]
    [InlineData(5, OfstedCategory.SelfContained, PremisesStanding.Usable)]
    public void A_shared_home_for_five_needs_a_licence(int rooms, OfstedCategory category, PremisesStanding expected)
    {
        var places = Enumerable.Range(1, rooms).Select(n => Room($"Room {n}")).ToArray();

        Home(Details(AllPapers(Today), places) with { Category = category }).Standing.ShouldBe(expected);
    }

    [Fact]
    public void The_paper_that_lasts_longest_of_its_kind_counts()
    {
        var papers = AllPapers(Today).Append(Paper(CertificateKind.GasSafety, Today.AddYears(-3))).ToList();

        Home(Details(papers)).Standing.ShouldBe(PremisesStanding.Usable);
    }

    [Fact]
    public void A_change_of_standing_is_recorded_and_told_once()
    {
        var home = Home(GasIssued(Today.AddYears(-1)));
        home.ClearRecorded();

        home.Settle(Now.AddDays(1), byProvider: false);
        home.Settle(Now.AddDays(1), byProvider: false);
        home.Settle(Now.AddDays(2), byProvider: false);

        var change = home.Events.ShouldHaveSingleItem().ShouldBeOfType<PremisesStandingChangedEto>();
        change.Reasons.ShouldBe(["The gas safety record ran out on 23 November 2026."]);
        var entry = home.AuditEntries.ShouldHaveSingleItem();
        (entry.Action, entry.Before, entry.After).ShouldBe(("Suspend", "Usable", "Suspended"));
    }

    [Fact]
    public void A_renewed_paper_restores_the_home_at_once()
    {
        var home = Home(GasIssued(Today.AddYears(-2)));

        home.Update(Details(AllPapers(Today)), Now);

        home.Standing.ShouldBe(PremisesStanding.Usable);
        home.AuditEntries.Select(e => e.Action).ShouldBe(["Create", "Update", "Restore"]);
        home.Events.OfType<PremisesStandingChangedEto>().ShouldHaveSingleItem().ByProvider.ShouldBeTrue();
    }

    [Fact]
    public void A_provider_that_takes_a_paper_away_suspends_the_home_and_the_councils_that_use_it_are_told()
    {
        var home = Home(Details(AllPapers(Today)));

        home.Update(Details([]), Now);

        home.Standing.ShouldBe(PremisesStanding.Suspended);
        var change = home.Events.OfType<PremisesStandingChangedEto>().ShouldHaveSingleItem();
        (change.Standing, change.ByProvider).ShouldBe((PremisesStanding.Suspended, true));
    }

    [Fact]
    public void A_critical_fault_suspends_until_a_visit_finds_none()
    {
        var home = Home();

        home.RecordVisit(NotPassed(Now, 97, VisitMode.InPerson, "Fire alarm and emergency lights are serviced"), Now);
        var suspended = home.Standing;
        home.Update(Details(AllPapers(Today)), Now);
        var afterSaving = home.Standing;
        home.RecordVisit(Passed(Now.AddDays(9)), Now.AddDays(9));

        suspended.ShouldBe(PremisesStanding.Suspended);
        afterSaving.ShouldBe(PremisesStanding.Suspended);
        home.Standing.ShouldBe(PremisesStanding.Usable);
    }

    [Theory]
    [InlineData(VisitMode.Virtual, PremisesStanding.Suspended)]
    [InlineData(VisitMode.InPerson, PremisesStanding.Usable)]
    public void A_visit_by_video_finds_faults_and_clears_none(VisitMode second, PremisesStanding standing)
    {
        var home = Home();

        home.RecordVisit(NotPassed(Now, 97, VisitMode.Virtual, "Fire alarm and emergency lights are serviced"), Now);
        var suspended = home.Standing;
        home.RecordVisit(Passed(Now.AddDays(9), second), Now.AddDays(9));

        (suspended, home.Standing).ShouldBe((PremisesStanding.Suspended, standing));
    }

    [Theory]
    [InlineData(VisitMode.Virtual, true)]
    [InlineData(VisitMode.InPerson, false)]
    public void Another_address_is_visited_in_person(VisitMode mode, bool suspended)
    {
        var home = Home();
        home.RecordVisit(Passed(Now), Now);
        home.Update(Details(AllPapers(Today)) with { AddressLine = "20 Orchard Row" }, Now.AddDays(1));

        home.RecordVisit(Passed(Now.AddDays(2), mode), Now.AddDays(2));

        (home.Standing == PremisesStanding.Suspended).ShouldBe(suspended);
    }

    [Fact]
    public void The_audit_trail_holds_no_address()
    {
        var home = Home();

        home.Update(Details(AllPapers(Today)) with { AddressLine = "20 Orchard Row" }, Now);

        home.AuditEntries.ShouldNotContain(e => $"{e.Before}{e.After}{e.Reason}".Contains("Orchard"));
        home.AuditEntries.ShouldContain(e => e.Action == "Update" && e.After!.Contains("address"));
    }

    [Fact]
    public void A_place_keeps_its_identity_when_it_is_renamed()
    {
        var home = Home();
        var place = home.Places[0];
        var renamed = new Place { Id = place.Id, Name = "Attic", BedroomArea = 8m, MaxOccupants = 1 };

        home.Update(Details(AllPapers(Today), renamed), Now);

        home.Places.ShouldHaveSingleItem().ShouldBeSameAs(place);
        place.Name.ShouldBe("Attic");
    }

    [Theory]
    [InlineData("6.50", 1, false)]
    [InlineData("6.51", 1, true)]
    [InlineData("10.21", 2, false)]
    [InlineData("10.22", 2, true)]
    public void Fact_25_A_bedroom_is_large_enough_from_its_least_area(string area, int occupants, bool expected) =>
        Room("Room 1", decimal.Parse(area, CultureInfo.InvariantCulture), occupants)
            .BedroomLargeEnough.ShouldBe(expected);

    internal static DateTime Utc(string instant) =>
        DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).UtcDateTime;

    private static IEnumerable<Certificate> Without(CertificateKind kind) =>
        AllPapers(Today).Where(c => c.Kind != kind);

    private static PremisesDetails With(CertificateKind kind, DateOnly issued) =>
        Details([.. Without(kind), Paper(kind, issued)]);

    private static PremisesDetails GasIssued(DateOnly issued, DateOnly? others = null) => Details(
    [
        .. AllPapers(others ?? Today).Where(c => c.Kind != CertificateKind.GasSafety),
        Paper(CertificateKind.GasSafety, issued),
    ]);
}
