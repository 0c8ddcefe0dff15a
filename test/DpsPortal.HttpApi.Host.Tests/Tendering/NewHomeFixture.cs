using System.Globalization;
using DpsPortal.Tendering.EarlierUses;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>Nobody vouches for the members until a test says so; and what is said of earlier uses, over HTTP.</summary>
public sealed class NewHomeFixture : TenderingFixture
{
    public const string Reason = "Four stays there in 2023, on the list of the brokerage team.";

    public static readonly DateOnly UsedFrom = new(2023, 5, 1);

    protected override bool MembersAreVouchedFor => false;

    /// <summary>No home is known and nobody vouches: each test begins here, whatever others awarded.</summary>
    public Task ForgetAsync() => ExecuteAsync(
        """
        set session_replication_role = replica;
        delete from accreditation.reference_marks;
        delete from property.place_nights;
        delete from placements.price_rows;
        delete from placements.placements;
        delete from tendering.earlier_uses;
        """);

    public async Task<DateOnly> TodayAsync() => Rules.Calendar.LondonTime.DateOf(await Clock.NowAsync());

    /// <summary>Nights in the last room of the provider's home, which no test bids.</summary>
    public Task StayAsync(TestOrganisation authority, TestOrganisation provider, DateOnly first, DateOnly leaves) =>
        ExecuteAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"""
             insert into property.place_nights
               (id, place_id, premises_id, provider_id, authority_id, call_off_id, first_night, leaves_on)
             values (gen_random_uuid(), '{HomeOf(provider).Places[^1].Id}', '{HomeOf(provider).Id}', '{provider.Id}',
               '{authority.Id}', gen_random_uuid(), '{first:O}', '{leaves:O}');
             """));

    public static RecordEarlierUseDto Input(EvaluationDto evaluation) =>
        new() { UsedFrom = UsedFrom, Reason = Reason, Version = evaluation.Version };

    public async Task<PortalAnswer> TryRecordAsync(
        EvaluationDto evaluation, PortalClient? by = null, RecordEarlierUseDto? input = null) =>
        await (by ?? await OfficerAsync).PostAsync(Path(evaluation), input ?? Input(evaluation));

    public async Task<EvaluationDto> RecordAsync(EvaluationDto evaluation, PortalClient? by = null) =>
        (await TryRecordAsync(evaluation, by)).Read<EvaluationDto>();

    /// <summary>Of the first bid.</summary>
    public static string Path(EvaluationDto evaluation) =>
        $"/api/call-offs/{evaluation.CallOffId}/bids/{evaluation.Bids[0].BidId}/earlier-use";
}
