using System.Globalization;
using DpsPortal.Rules.Calendar;
using DpsPortal.TestBase;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Seed;

/// <summary>The whole demo, seeded on a day that could trip it: its record must agree with itself.</summary>
public sealed class SeededStoryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-11-25T15:53:00Z")]
    [InlineData("2026-11-29T11:00:00Z")] // a Sunday
    [InlineData("2026-12-25T11:00:00Z")] // Christmas
    [InlineData("2027-04-01T05:00:00Z")] // a financial year begins, before work
    [InlineData("2028-02-29T16:00:00Z")]
    public async Task The_seeded_record_agrees_with_itself_on(string day)
    {
        await using var portal = await SeededAsync(day);

        // No event after now (the fixture made its organisations before the clock was set), and none of an object before the one that made it.
        (await AskAsync(portal, "select count(*) from organisations.audit_events where at > app.now() and object_type <> 'Organisation'")).ShouldBe(["0"]);
        (await AskAsync(
            portal,
            """
            select distinct object_type || ' ' || action from (
              select distinct on (object_type, object_id) object_type, action from organisations.audit_events
              where object_type in ('Application', 'CallOff', 'Placement', 'Visit', 'Premises', 'Referral')
              order by object_type, object_id, at) first order by 1
            """)).ShouldBe(
            [
                "Application Create", "CallOff Create", "Placement Agree", "Premises Create", "Referral Create", "Visit Book",
            ]);

        // History order is state order: each move starts where an earlier one ended.
        (await AskAsync(
            portal,
            """
            select e.object_type || ' ' || e.action || ' ' || e.before from organisations.audit_events e
            where e.object_type in ('CallOff', 'Application', 'Visit') and e.before ~ '^[A-Z][A-Za-z]+$'
              and e.before not in ('NotStarted', 'Booked') and not exists (
                select from organisations.audit_events f
                where f.object_id = e.object_id and f.after = e.before and (f.at, f.id) <> (e.at, e.id) and f.at <= e.at)
            """)).ShouldBeEmpty();

        // A state's timestamp is its event's.
        (await AskAsync(portal, Beside("tendering.call_offs", "CallOff", "Publish", "published_at"))).ShouldBeEmpty();
        (await AskAsync(portal, Beside("tendering.call_offs", "CallOff", "Close", "closed_at"))).ShouldBeEmpty();
        (await AskAsync(portal, Beside("accreditation.applications", "Application", "Submit", "submitted_at"))).ShouldBeEmpty();
        (await AskAsync(portal, Beside("accreditation.applications", "Application", "Create", "created_at"))).ShouldBeEmpty();
        (await AskAsync(
            portal,
            """
            select reference from tendering.call_offs
            where closed_at is not null and closed_at not between deadline and deadline + interval '20 seconds'
            """)).ShouldBeEmpty();

        // Nobody checks a reference that has not come.
        (await AskAsync(
            portal,
            """
            select g.given_by_name from accreditation.given_references g
            join accreditation.reference_verdicts v on v.request_id = g.request_id
            where v.at < g.given_at
            """)).ShouldBeEmpty();

        // People work on working days, by London's clock.
        var moments = await AskAsync(
            portal,
            """
            select to_char(at at time zone 'Europe/London', 'YYYY-MM-DD"T"HH24:MI') from organisations.audit_events
            where actor_id is not null and actor_id <> '00000000-0000-0000-0000-000000000000'
            """);
        moments.Count.ShouldBeGreaterThan(1000);
        foreach (var moment in moments.Select(m => DateTime.Parse(m, CultureInfo.InvariantCulture)))
        {
            (WorkingDays.IsWorkingDay(DateOnly.FromDateTime(moment)) && moment.Hour is >= 8 and < 18)
                .ShouldBeTrue(moment.ToString("O", CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task The_demo_has_what_it_promises_and_hangs_together()
    {
        await using var portal = await SeededAsync("2026-11-25T15:53:00Z");

        // "Eight applicants at different stages besides the providers in use."
        (await AskAsync(
            portal,
            """
            select membership || ' ' || accreditation from accreditation.applications
            where accreditation <> 'Accredited' order by reference
            """)).Distinct().Count().ShouldBeGreaterThanOrEqualTo(6);
        (await AskAsync(
            portal, "select count(*) from accreditation.applications where accreditation <> 'Accredited'")).ShouldBe(["8"]);

        // "Two open call-offs and one past its deadline"; "the light-touch one allows a window of ten minutes."
        (await AskAsync(
            portal,
            """
            select state || ' ' || (deadline > app.now()) from tendering.call_offs order by 1
            """)).ShouldBe(["Closed false", "Published true", "Published true"]);
        (await AskAsync(
            portal, "select minimum_tender_minutes from accreditation.schemes where regime = 'PcrLightTouch'")).ShouldBe(["10"]);

        // Fact 23: no bid of the demo fails for a home that is new to the authority.
        (await AskAsync(
            portal,
            """
            select distinct b.provider_id::text from tendering.bids b
            where (
              select count(distinct m.authority_name) from accreditation.reference_marks m
              where m.provider_id = b.provider_id and m.authority_name <> 'Northwick Vale LBC'
                and m.given_on + interval '12 months' > app.now()) < 2
            """)).ShouldBeEmpty();

        // Every placement lies in a home of its provider with that postcode and category; through the scheme only with
        // providers accredited for the lot before it began.
        (await AskAsync(
            portal,
            """
            select p.reference from placements.placements p
            where not exists (
              select from property.premises h
              where h.id = p.premises_id and h.provider_id = p.provider_id and h.outward_code = p.premises_area
                and h.category = p.category)
            """)).ShouldBeEmpty();
        (await AskAsync(
            portal,
            """
            select p.provider_name from placements.placements p
            where not exists (
              select from accreditation.standings s join accreditation.lots l on l.id = s.lot_id
              where s.provider_id = p.provider_id and l.name = p.lot_name and s.state = 'Accredited'
                and s.accredited_until >= app.now()::date
                and p.starts_on > (s.accredited_until - interval '24 months')::date)
            """)).ShouldBeEmpty();
    }

    /// <summary>Rows whose timestamp lies more than two seconds from their event.</summary>
    private static string Beside(string table, string type, string action, string column) =>
        $"""
         select t.reference from {table} t where t.{column} is not null and not exists (
           select from organisations.audit_events e
           where e.object_type = '{type}' and e.object_id = t.id and e.action = '{action}'
             and abs(extract(epoch from e.at - t.{column})) < 2)
         """;

    private static async Task<PortalFixture> SeededAsync(string day)
    {
        var portal = new PortalFixture();
        await portal.InitializeAsync();
        await portal.Clock.SetAsync(DateTimeOffset.Parse(day, CultureInfo.InvariantCulture));
        await Seeding.RunAsync(portal);
        return portal;
    }

    /// <summary>As superuser, whom no policy hides a row from.</summary>
    private static async Task<List<string>> AskAsync(PortalFixture portal, string question)
    {
        await using var connection = new NpgsqlConnection(portal.Database.Superuser);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(question, connection);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancel))
        {
            rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return rows;
    }
}
