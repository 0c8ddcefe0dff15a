using System.Globalization;
using System.Net;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.HttpApi.Host.Http;
using DpsPortal.Property;
using DpsPortal.Property.Integration;
using DpsPortal.Property.Premises;
using DpsPortal.Rules.Accommodation;
using DpsPortal.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static DpsPortal.HttpApi.Host.Tests.Property.PropertyFixture;

namespace DpsPortal.HttpApi.Host.Tests.Property;

/// <summary>One bed is promised for a night to one authority (domain §4.7: capacity not exceeded).</summary>
public sealed class PlaceNightsTests(PropertyFixture portal) : IClassFixture<PropertyFixture>
{
    private const int Single = 0;
    private const int Double = 1;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_may_come_on_the_day_on_which_another_leaves()
    {
        var home = await HomeAsync();
        await PromiseAsync(portal.NorthwickVale, home, Single, 10, 20);

        await PromiseAsync(portal.NorthwickVale, home, Single, 20, 30);
        await PromiseAsync(portal.NorthwickVale, home, Single, 1, 10);

        (await PromisedAsync(home, Single)).ShouldBe([Nights(1, 10), Nights(10, 20), Nights(20, 30)]);
    }

    [Theory]
    [InlineData(19, 30, "until 13 December 2026")]
    [InlineData(1, 11, "from 3 December 2026 to 13 December 2026")]
    [InlineData(12, 13, "until 13 December 2026")]
    [InlineData(1, 30, "from 3 December 2026 to 13 December 2026")]
    public async Task One_night_that_is_promised_to_another_authority_refuses_the_whole_stay(
        int first, int leaves, string when)
    {
        var home = await HomeAsync();
        await PromiseAsync(portal.Kingsferry, home, Single, 10, 20);

        var refusal = await Should.ThrowAsync<BusinessException>(() =>
            PromiseAsync(portal.NorthwickVale, home, Single, first, leaves));

        (refusal.Code, refusal.Values["when"]).ShouldBe((PropertyErrorCodes.PlaceAlreadyPromised, when));
        (await PromisedAsync(home, Single)).ShouldBe([Nights(10, 20)]);
    }

    [Fact]
    public async Task A_bedroom_is_one_young_persons_also_where_it_is_large_enough_for_two_or_becomes_so()
    {
        var home = await HomeAsync();
        await PromiseAsync(portal.Kingsferry, home, Single, 10, 20);
        await PromiseAsync(portal.Kingsferry, home, Double, 10, 20);
        var grown = Resave(home);
        await (await portal.ProviderAsync()).PutAsync<PremisesDto>($"/api/premises/{home.Id}", grown with
        {
            Places = [.. grown.Places.Select(p => p with { BedroomArea = 12.4m })],
        });

        foreach (var room in new[] { Single, Double })
        {
            await ShouldBeRefusedAsync(() => PromiseAsync(portal.NorthwickVale, home, room, 19, 30));
            await PromiseAsync(portal.NorthwickVale, home, room, 20, 30);
        }
    }

    [Fact]
    public async Task Who_asks_at_the_same_time_waits_and_is_told_in_a_sentence()
    {
        var home = await HomeAsync();
        await using var first = await OpenAsync(portal.NorthwickVale);
        await first.Service.PromiseAsync(Promise(portal.NorthwickVale, home, Single, 10, 20), Cancel);

        var second = PromiseAsync(portal.Kingsferry, home, Single, 15, 30);
        await portal.UntilSomebodyWaitsAsync();
        await first.SaveAsync();

        (await Should.ThrowAsync<BusinessException>(() => second)).Code
            .ShouldBe(PropertyErrorCodes.PlaceAlreadyPromised);
        (await PromisedAsync(home, Single)).ShouldBe([Nights(10, 20)]);
    }

    [Fact]
    public async Task The_database_itself_refuses_a_night_promised_twice_and_the_answer_is_the_same()
    {
        var home = await HomeAsync();
        await PromiseAsync(portal.Kingsferry, home, Single, 10, 20);

        var refusal = await Should.ThrowAsync<PostgresException>(() =>
            InsertAsync(portal.NorthwickVale, portal.NorthwickVale, home, portal.HarbourSteps, 19, 30));
        await InsertAsync(portal.NorthwickVale, portal.NorthwickVale, home, portal.HarbourSteps, 20, 30);

        refusal.SqlState.ShouldBe(PostgresErrorCodes.ExclusionViolation);
        var answer = ProblemMapping.Of(new DbUpdateException("", refusal));
        (answer.Status, answer.Code).ShouldBe(((int)HttpStatusCode.Conflict, PropertyErrorCodes.PlaceAlreadyPromised));
    }

    [Fact]
    public async Task Nobody_promises_in_anothers_name_or_what_is_not_there()
    {
        var home = await HomeAsync();
        var (own, other) = (portal.NorthwickVale, portal.Kingsferry);

        await ShouldBeForbiddenAsync(() => InsertAsync(own, other, home, portal.HarbourSteps, 10, 20));
        await ShouldBeForbiddenAsync(() => InsertAsync(own, own, home, portal.LanternRow, 10, 20));
        await InsertAsync(own, own, home, portal.HarbourSteps, 10, 20);
    }

    [Fact]
    public async Task A_promise_is_seen_by_its_provider_and_its_authority_and_its_nights_alone_by_whoever_asks()
    {
        var home = await HomeAsync();
        await PromiseAsync(portal.Kingsferry, home, Single, 10, 20);
        const string Rows = "select count(*) from property.place_nights where premises_id = $1";
        const string Moved = """
            with moved as (
              update property.place_nights set leaves_on = leaves_on + 1 where premises_id = $1 returning 1)
            select count(*) from moved
            """;

        (await portal.CountRawAsync(portal.Kingsferry, Rows, home.Id)).ShouldBe(1);
        (await portal.CountRawAsync(portal.HarbourSteps, Rows, home.Id)).ShouldBe(1);
        foreach (var other in new[] { portal.NorthwickVale, portal.LanternRow, portal.Eastmarsh })
        {
            (await portal.CountRawAsync(other, Rows, home.Id)).ShouldBe(0);
            (await portal.CountRawAsync(other, Moved, home.Id)).ShouldBe(0);
        }

        (await portal.CountRawAsync(portal.HarbourSteps, Moved, home.Id)).ShouldBe(0);
        await ShouldBeForbiddenAsync(() => portal.CountRawAsync(
            portal.Kingsferry,
            Moved.Replace("leaves_on", "first_night", StringComparison.Ordinal),
            home.Id));
        (await PromisedAsync(home, Single, portal.NorthwickVale)).ShouldBe([Nights(10, 20)]);
    }

    [Fact]
    public async Task Leaving_earlier_frees_the_rest_and_leaving_before_the_first_night_all()
    {
        var home = await HomeAsync();
        var stay = await PromiseAsync(portal.Kingsferry, home, Single, 10, 20);

        await MoveAsync(portal.Kingsferry, stay, 15);
        await PromiseAsync(portal.NorthwickVale, home, Single, 15, 30);
        await MoveAsync(portal.Kingsferry, stay, 10);
        await PromiseAsync(portal.NorthwickVale, home, Single, 10, 15);

        (await PromisedAsync(home, Single)).ShouldBe([Nights(10, 15), Nights(15, 30)]);
    }

    [Fact]
    public async Task Leaving_later_takes_nights_up_to_the_first_of_somebody_else()
    {
        var home = await HomeAsync();
        var stay = await PromiseAsync(portal.Kingsferry, home, Single, 10, 20);
        await PromiseAsync(portal.NorthwickVale, home, Single, 25, 30);

        await MoveAsync(portal.Kingsferry, stay, 25);
        var refusal = await Should.ThrowAsync<BusinessException>(() => MoveAsync(portal.Kingsferry, stay, 26));

        (refusal.Code, refusal.Values["from"]).ShouldBe((PropertyErrorCodes.PlacePromisedNext, Today.AddDays(25)));
        (await PromisedAsync(home, Single)).ShouldBe([Nights(10, 25), Nights(25, 30)]);
    }

    [Fact]
    public async Task Another_authority_moves_nothing()
    {
        var home = await HomeAsync();
        var stay = await PromiseAsync(portal.Kingsferry, home, Single, 10, 20);

        await MoveAsync(portal.NorthwickVale, stay, 15);

        (await PromisedAsync(home, Single)).ShouldBe([Nights(10, 20)]);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task A_room_is_kept_until_nobody_is_promised_it_any_more(int leaves, bool removed)
    {
        var home = await HomeAsync();
        await PromiseAsync(portal.Kingsferry, home, Single, -10, leaves);

        var answer = await (await portal.ProviderAsync()).PutAsync(
            $"/api/premises/{home.Id}", Without(home, Single));

        answer.IsSuccess.ShouldBe(removed);
        if (!removed)
        {
            answer.Status.ShouldBe(HttpStatusCode.BadRequest);
            answer.Problem.Errors["places"].ShouldBe(
                ["Room 1 is promised until 24 November 2026. Keep it until then."]);
        }
    }

    [Theory]
    [InlineData(0, "addressLine", false)]
    [InlineData(1, "addressLine", true)]
    [InlineData(1, "town", true)]
    [InlineData(1, "postcode", true)]
    [InlineData(1, "areaAuthority", true)]
    [InlineData(1, "category", true)]
    [InlineData(1, "places[0].bedroomArea", true)]
    [InlineData(1, "places[0].maxOccupants", true)]
    public async Task A_home_stays_the_one_that_was_awarded_until_nobody_is_promised_a_room_of_it_any_more(
        int leaves, string field, bool refused)
    {
        var home = await HomeAsync();
        await PromiseAsync(portal.Kingsferry, home, Single, -10, leaves);

        var answer = await (await portal.ProviderAsync()).PutAsync($"/api/premises/{home.Id}", Changed(home, field));

        answer.IsSuccess.ShouldBe(!refused);
        if (refused)
        {
            answer.Status.ShouldBe(HttpStatusCode.BadRequest);
            var (at, said) = answer.Problem.Errors.ShouldHaveSingleItem();
            at.ShouldBe(field);
            said.ShouldHaveSingleItem().ShouldStartWith("Room 1 is promised until 24 November 2026. ");
        }
    }

    [Theory]
    [InlineData("9.39", 1, false)]
    [InlineData("9.40", 1, true)]
    [InlineData("9.41", 1, true)]
    [InlineData("12.40", 2, false)]
    public async Task A_promised_room_becomes_no_smaller_and_is_for_no_more_people(
        string area, int people, bool saved)
    {
        var home = await HomeAsync();
        await PromiseAsync(portal.Kingsferry, home, Single, 10, 20);
        var input = Resave(home);
        var room = input.Places[Single] with
        {
            BedroomArea = decimal.Parse(area, CultureInfo.InvariantCulture),
            MaxOccupants = people,
        };

        var answer = await (await portal.ProviderAsync()).PutAsync(
            $"/api/premises/{home.Id}", input with { Places = [room, input.Places[Double]] });

        answer.IsSuccess.ShouldBe(saved);
    }

    [Fact]
    public async Task Under_a_promise_the_name_the_papers_and_other_rooms_change_and_the_Ofsted_listing_may_end()
    {
        var home = await HomeAsync();
        await PromiseAsync(portal.Kingsferry, home, Single, 10, 20);
        var input = Resave(home, [.. Input().Certificates.Skip(1)]);

        var saved = await (await portal.ProviderAsync()).PutAsync<PremisesDto>($"/api/premises/{home.Id}", input with
        {
            Name = "Orchard House",
            OnOfstedList = false,
            Places =
            [
                input.Places[Single] with { Name = "Blue room" },
                input.Places[Double] with { BedroomArea = 6.6m },
                new SavePlaceDto { Name = "Attic", BedroomArea = 8m, MaxOccupants = 1 },
            ],
        });

        (saved.Name, saved.OnOfstedList, saved.Places.Count).ShouldBe(("Orchard House", false, 3));
    }

    [Fact]
    public async Task A_provider_reads_which_nights_are_promised_and_an_officer_who_may_see_the_home_does_not()
    {
        var home = await HomeAsync();
        await portal.ShareAsync(home.Id, portal.Eastmarsh);
        await PromiseAsync(portal.Kingsferry, home, Single, 10, 20);
        await PromiseAsync(portal.NorthwickVale, home, Double, -9, 1);

        var own = await (await portal.ProviderAsync()).GetAsync<PremisesDto>($"/api/premises/{home.Id}");
        var shown = await (await portal.OfficerAsync()).GetAsync<PremisesDto>($"/api/premises/{home.Id}");

        own.Promised.ShouldBe(
        [
            new PromisedNightsDto(home.Places[Double].Id, Today.AddDays(-9), Today.AddDays(1)),
            new PromisedNightsDto(home.Places[Single].Id, Today.AddDays(10), Today.AddDays(20)),
        ]);
        shown.Promised.ShouldBeEmpty();
    }

    private Task<PremisesDto> HomeAsync() => portal.HomeAsync(Input() with
    {
        Places =
        [
            new SavePlaceDto { Name = "Room 1", BedroomArea = 9.4m, MaxOccupants = 1 },
            new SavePlaceDto { Name = "Room 2", BedroomArea = 12.4m, MaxOccupants = 2 },
        ],
    });

    private static SavePremisesDto Changed(PremisesDto home, string field)
    {
        var input = Resave(home);
        var room = input.Places[Single];
        return field switch
        {
            "addressLine" => input with { AddressLine = "1 Pier Road" },
            "town" => input with { Town = "Brighton" },
            "postcode" => input with { Postcode = "BN1 0ZZ" },
            "areaAuthority" => input with { AreaAuthority = "Kingsferry LBC" },
            "category" => input with { Category = OfstedCategory.SelfContained },
            "places[0].bedroomArea" => WithRoom(room with { BedroomArea = 9.39m }),
            _ => WithRoom(room with { MaxOccupants = 2 }),
        };

        SavePremisesDto WithRoom(SavePlaceDto changed) => input with { Places = [changed, input.Places[Double]] };
    }

    private static SavePremisesDto Without(PremisesDto home, int room)
    {
        var input = Resave(home);
        return input with { Places = [.. input.Places.Where(p => p.Id != home.Places[room].Id)] };
    }

    /// <summary>Days from today on.</summary>
    private static Nights Nights(int first, int leaves) => new(Today.AddDays(first), Today.AddDays(leaves));

    private PlacePromise Promise(
        TestOrganisation authority, PremisesDto home, int room, int first, int leaves) => new(
            Guid.NewGuid(), authority.Id, portal.HarbourSteps.Id, home.Id, home.Places[room].Id, Nights(first, leaves));

    /// <returns>The call-off that it was promised for.</returns>
    private async Task<Guid> PromiseAsync(
        TestOrganisation authority, PremisesDto home, int room, int first, int leaves)
    {
        await using var work = await OpenAsync(authority);
        var promise = Promise(authority, home, room, first, leaves);
        await work.Service.PromiseAsync(promise, Cancel);
        await work.SaveAsync();
        return promise.CallOffId;
    }

    private async Task MoveAsync(TestOrganisation authority, Guid callOff, int leaves)
    {
        await using var work = await OpenAsync(authority);
        await work.Service.MoveLeavingAsync(callOff, Today.AddDays(leaves), Cancel);
        await work.SaveAsync();
    }

    private async Task<IReadOnlyList<Nights>> PromisedAsync(PremisesDto home, int room, TestOrganisation? asked = null)
    {
        await using var work = await OpenAsync(asked ?? portal.HarbourSteps);
        var place = home.Places[room].Id;
        var promised = await work.Service.GetPromisedAsync([place], Today, exceptCallOffId: null, Cancel);
        return [.. promised[place].OrderBy(n => n.First)];
    }

    private async Task<Work> OpenAsync(TestOrganisation organisation)
    {
        var scope = portal.OpenScope(new TestUser(
            Guid.NewGuid(), "Somebody", "somebody@example.org", organisation, [Role.PlacementsApprover]));
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        await db.Database.BeginTransactionAsync(Cancel);
        return new Work(scope, db);
    }

    private async Task InsertAsync(
        TestOrganisation asked, TestOrganisation authority, PremisesDto home, TestOrganisation provider, int first,
        int leaves) => await portal.CountRawAsync(
            asked,
            $"""
             insert into property.place_nights (id, place_id, premises_id, provider_id, authority_id, call_off_id,
               first_night, leaves_on)
             select gen_random_uuid(), '{home.Places[Single].Id}', $1, '{provider.Id}', '{authority.Id}',
               gen_random_uuid(), '{Nights(first, leaves).First:O}', '{Nights(first, leaves).LeavesOn:O}'
             returning 1
             """,
            home.Id);

    private static async Task ShouldBeRefusedAsync(Func<Task> move) =>
        (await Should.ThrowAsync<BusinessException>(move)).Code.ShouldBe(PropertyErrorCodes.PlaceAlreadyPromised);

    private static async Task ShouldBeForbiddenAsync(Func<Task> move) =>
        (await Should.ThrowAsync<PostgresException>(move)).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

    private sealed record Work(AsyncServiceScope Scope, DpsPortalDbContext Db) : IAsyncDisposable
    {
        public IPlaceNightsIntegrationService Service =>
            Scope.ServiceProvider.GetRequiredService<IPlaceNightsIntegrationService>();

        public async Task SaveAsync()
        {
            await Db.SaveChangesAsync();
            await Db.Database.CommitTransactionAsync();
        }

        public ValueTask DisposeAsync() => Scope.DisposeAsync();
    }
}
