using System.Collections.Concurrent;
using System.Globalization;
using DpsPortal.Framework.Application;
using DpsPortal.Property.Premises;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.Tendering.Referrals;
using DpsPortal.TestBase;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>
/// Two schemes of Eastmarsh that Northwick Vale buys through, with Harbour Steps, Lantern Row and Copperleaf admitted
/// and accredited in both lots, each with a home and two other authorities that vouch for it; and the moves of a call-off
/// over HTTP.
/// </summary>
public class TenderingFixture : PortalFixture
{
    public const int LightTouchMinutes = 10;

    /// <summary>Of the first test; clocks move on from here.</summary>
    private static DateOnly Today { get; } = DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>As many as one home may have.</summary>
    private const int Rooms = 30;

    private readonly Dictionary<Guid, PremisesDto> _homes = [];
    private readonly ConcurrentDictionary<Guid, int> _rooms = [];
    private int _callOffs = -1;

    public Guid DpsLot { get; } = Guid.NewGuid();

    public Guid LightTouchLot { get; } = Guid.NewGuid();

    /// <summary>Not a member of either scheme.</summary>
    public TestOrganisation Outsider => Kingsferry;

    public IReadOnlyList<TestOrganisation> Members => [HarbourSteps, LanternRow, Copperleaf];

    /// <summary>Two other authorities have given each of them a reference, so that its home may be new to the buyer.</summary>
    protected virtual bool MembersAreVouchedFor => true;

    public Task<PortalClient> SocialWorkerAsync => AsAsync(NorthwickVale, Role.SocialWorker);

    public Task<PortalClient> OfficerAsync => AsAsync(NorthwickVale, Role.PlacementsOfficer);

    public Task<PortalClient> ApproverAsync => AsAsync(NorthwickVale, Role.PlacementsApprover);

    public Task<PortalClient> ProviderAsync(TestOrganisation provider) => AsAsync(provider, Role.ProviderAdministrator);

    public PremisesDto HomeOf(TestOrganisation provider) => _homes[provider.Id];

    /// <summary>Of its own for each call-off: many are awarded for the same nights.</summary>
    public PlaceDto RoomOf(TestOrganisation provider, Guid callOff) => HomeOf(provider)
        .Places[_rooms.GetOrAdd(callOff, _ => Interlocked.Increment(ref _callOffs)) % Rooms];

    public async Task ExecuteAsync(string sql) => await ExecuteAsync(Database.Superuser, sql);

    public static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>By whoever rules the database; null also where there is no row.</summary>
    public async Task<T?> ValueAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    /// <summary>That an authority gave a reference on a London day, without what it said.</summary>
    public Task VouchAsync(TestOrganisation provider, string authority, DateOnly on) => ExecuteAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"""
         set session_replication_role = replica;
         insert into accreditation.reference_marks (id, provider_id, authority_name, given_on)
         values (gen_random_uuid(), '{provider.Id}', '{authority}', '{on:O}');
         """));

    /// <summary>One number, by a raw query under the role of requests, for an organisation.</summary>
    public async Task<long> CountAsync(TestOrganisation asked, string from)
    {
        await using var connection = new NpgsqlConnection(Database.App);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"select set_config('app.org', '{asked.Id}', false); select count(*) from {from}", connection);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.NextResultAsync();
        await reader.ReadAsync();
        return reader.GetInt64(0);
    }

    public static NeedsProfileDto Needs => new()
    {
        Urgency = Urgency.LessThanFiveDays,
        Gender = Gender.Male,
        SingleGenderSetting = false,
        LegalBasis = LegalBasis.Section20,
        UnaccompaniedAsylumSeeking = true,
        InterpreterNeeded = true,
        CategoryWanted = OfstedCategory.SharedRingFenced,
        SupportLevel = SupportLevel.Medium,
        CoreHoursPerWeek = 10,
        AdditionalHoursPerWeek = 5,
        NightCover = NightCover.OnCall,
        Occupancy = Occupancy.Shared,
        Alongside = Alongside.NoPreference,
        ParentAndChild = false,
        StepFreeAccess = false,
        Risks = [new RiskDto(Risk.Missing, 2, true)],
        Education = EducationStatus.College,
        MustKeepEducationPlace = true,
        Independence = [new IndependenceDto(Skill.Cooking, 2)],
        PreferredAreas = ["HA9", "NW10"],
        ExcludedAreas = ["SE13"],
        Wishes = [Wish.NearCollege],
        WishesAskedOn = Today.AddDays(-30),
        MoveInFrom = Today.AddDays(-30),
        MoveInBy = FreeFrom,
        ExpectedWeeks = 26,
    };

    public static IReadOnlyList<CriterionDto> Criteria =>
    [
        new("match", "How well the home fits", 30, 2, true),
        new("staffing", "Staff and rota", 20, null, false),
        new("move-in", "Moving in", 10, null, false),
    ];

    public async Task<SaveReferralDto> ReferralInputAsync(int years = 17, string? caseNumber = null) => new()
    {
        DateOfBirth = DateOnly.FromDateTime(await Clock.NowAsync()).AddYears(-years).AddDays(-100),
        CaseNumber = caseNumber ?? Guid.NewGuid().ToString("N"),
        DeprivationOfLiberty = false,
        Needs = Needs,
    };

    /// <summary>A draft call-off, made from a new referral.</summary>
    public async Task<CallOffDto> DraftAsync(
        Guid? lot = null, TimeSpan? time = null, Func<SaveReferralDto, SaveReferralDto>? with = null,
        long? ceiling = null)
    {
        var officer = await OfficerAsync;
        var input = await ReferralInputAsync();
        var referral = await officer.PostAsync<ReferralDto>("/api/referrals", with?.Invoke(input) ?? input);
        return await officer.PostAsync<CallOffDto>("/api/call-offs", new CreateCallOffDto
        {
            ReferralId = referral.Id,
            LotId = lot ?? LightTouchLot,
            Deadline = WholeMilliseconds(await Clock.NowAsync() + (time ?? TimeSpan.FromHours(1))),
            Criteria = Criteria,
            PriceWeight = 40,
            CeilingWeeklyPence = ceiling,
        });
    }

    public async Task<CallOffDto> PublishAsync(CallOffDto draft) => await (await ApproverAsync).PostAsync<CallOffDto>(
        $"/api/call-offs/{draft.Id}/publish", new CallOffVersionDto { Version = draft.Version });

    public async Task<CallOffDto> PublishedAsync(Func<SaveReferralDto, SaveReferralDto>? with = null) =>
        await PublishAsync(await DraftAsync(with: with));

    /// <summary>For a home that is not needed today: two evaluators score alone.</summary>
    public async Task<CallOffDto> PublishedForTwoEvaluatorsAsync()
    {
        var today = DateOnly.FromDateTime(await Clock.NowAsync());
        return await PublishedAsync(with: r => r with { Needs = r.Needs with { MoveInFrom = today.AddDays(2) } });
    }

    public async Task<CallOffDto> GetAsync(Guid id) =>
        await (await OfficerAsync).GetAsync<CallOffDto>($"/api/call-offs/{id}");

    /// <summary>After any day on which a test publishes.</summary>
    public static readonly DateOnly FreeFrom = Today.AddDays(35);

    /// <summary>The support that <see cref="Needs"/> asks for is in the weekly price.</summary>
    public SaveBidDto BidInput(TestOrganisation provider, long weeklyPence, uint? version = null) => new()
    {
        PremisesId = HomeOf(provider).Id,
        PlaceId = HomeOf(provider).Places[0].Id,
        AvailableFrom = FreeFrom,
        Lines =
        [
            new PriceLineDto { Kind = PriceLineKind.Accommodation, WeeklyPence = weeklyPence },
            new PriceLineDto { Kind = PriceLineKind.Core, HoursPerWeek = Needs.CoreHoursPerWeek, RatePence = 0 },
            new PriceLineDto { Kind = PriceLineKind.Additional, HoursPerWeek = Needs.AdditionalHoursPerWeek, RatePence = 0 },
        ],
        SetUpPence = 0,
        Answers = [.. Criteria.Select(c => new BidAnswerDto(c.Id, $"Answer of {provider.Name} on {c.Id}."))],
        NoCollusion = true,
        NoConflict = true,
        Version = version,
    };

    public async Task<BidDto> SaveBidAsync(
        Guid callOff, TestOrganisation provider, long weeklyPence, uint? version = null) =>
        await (await ProviderAsync(provider)).PutAsync<BidDto>(
            $"/api/opportunities/{callOff}/bid",
            BidInput(provider, weeklyPence, version) with { PlaceId = RoomOf(provider, callOff).Id });

    public async Task<PortalAnswer> SubmitAsync(
        Guid callOff, TestOrganisation provider, BidDto bid, string? key = null, long? total = null) =>
        await (await ProviderAsync(provider)).SendAsync(
            HttpMethod.Post, $"/api/opportunities/{callOff}/bid/submit",
            new SubmitBidDto { TotalWeeklyPence = total ?? bid.TotalWeeklyPence, Version = bid.Version },
            ("Idempotency-Key", key ?? Guid.NewGuid().ToString()));

    public async Task<BidReceiptDto> BidAsync(Guid callOff, TestOrganisation provider, long weeklyPence) =>
        (await SubmitAsync(callOff, provider, await SaveBidAsync(callOff, provider, weeklyPence)))
        .Read<BidReceiptDto>();

    /// <summary>Past the deadline, and opened by two.</summary>
    public async Task<CallOffDto> OpenAsync(CallOffDto callOff)
    {
        await Clock.SetAsync(callOff.Deadline.AddSeconds(1));
        var first = await (await OfficerAsync).PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/open", new CallOffVersionDto { Version = (await GetAsync(callOff.Id)).Version });
        return await (await ApproverAsync).PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/open", new CallOffVersionDto { Version = first.Version });
    }

    public static async Task<EvaluationDto> DeclareAsync(PortalClient client, Guid callOff, bool conflict = false) =>
        await client.PostAsync<EvaluationDto>(
            $"/api/call-offs/{callOff}/declaration", new DeclareConflictDto { HasConflict = conflict });

    public static ScoreBidDto Scores(uint version, params int[] scores) => new()
    {
        Scores =
        [
            .. Criteria.Zip(scores, (c, score) => new GiveScoreDto
            {
                CriterionId = c.Id, Score = score, Reason = $"Clear evidence on {c.Id} for {score}.",
            }),
        ],
        Version = version,
    };

    /// <summary>Scores the provider's bid; the labels are random, so it is known by its answers.</summary>
    public async Task<EvaluationDto> ScoreAsync(
        Guid callOff, EvaluationDto evaluation, TestOrganisation provider, params int[] scores)
    {
        var bid = evaluation.Bids.Single(b => b.Answers[0].Text.Contains(provider.Name, StringComparison.Ordinal));
        return await (await OfficerAsync).PutAsync<EvaluationDto>(
            $"/api/call-offs/{callOff}/bids/{bid.BidId}/scores", Scores(evaluation.OwnVersion, scores));
    }

    protected override async Task PrepareAsync()
    {
        foreach (var provider in Members)
        {
            var today = DateOnly.FromDateTime(await Clock.NowAsync());
            _homes[provider.Id] = await (await ProviderAsync(provider)).PostAsync<PremisesDto>(
                "/api/premises", Home(provider, today));
            foreach (var authority in MembersAreVouchedFor ? ["Harrowmere LBC", "Thamesgate City"] : Array.Empty<string>())
            {
                await VouchAsync(provider, authority, today.AddDays(-20));
            }
        }

        await SchemeAsync(DpsLot, "PcrDps", "Reg34TenDays", 14400);
        await SchemeAsync(LightTouchLot, "PcrLightTouch", "LightTouchPublished", LightTouchMinutes);
    }

    private static DateTime WholeMilliseconds(DateTime at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMillisecond));

    private static SavePremisesDto Home(TestOrganisation provider, DateOnly today) => new()
    {
        Name = $"Home of {provider.Name}",
        AddressLine = "1 Example Road",
        Town = "London",
        Postcode = "HA9 9ZZ",
        AreaAuthority = "Brent",
        Category = OfstedCategory.SharedRingFenced,
        OnOfstedList = true,
        Places =
        [
            .. Enumerable.Range(1, Rooms).Select(room => new SavePlaceDto
            {
                Name = $"Room {room}", BedroomArea = 9.2m, MaxOccupants = 1,
            }),
        ],
        Certificates =
        [
            .. new[]
            {
                CertificateKind.GasSafety, CertificateKind.ElectricalInstallation, CertificateKind.FireRiskAssessment,
            }.Select(kind => new SaveCertificateDto { Kind = kind, IssuedOn = today.AddDays(-20) }),
            .. new[]
            {
                CertificateKind.BuildingsInsurance, CertificateKind.LiabilityInsurance, CertificateKind.HmoLicence,
            }.Select(kind => new SaveCertificateDto
                {
                    Kind = kind, IssuedOn = today.AddDays(-20), ExpiresOn = today.AddDays(300),
                }),
        ],
    };

    private async Task SchemeAsync(Guid lot, string regime, string basis, int minutes)
    {
        var scheme = Guid.NewGuid();
        await ExecuteAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"""
             select set_config('app.org', '{Eastmarsh.Id}', false);
             insert into accreditation.schemes (id, state, windows, key_dates, sent_reminders, host_authority_id, host_authority_name, name, reference, regime,
               contract_notice_date, starts_on, ends_on, admission_mode, tender_time_basis, minimum_tender_minutes,
               mutual_agreement_from_all_members)
             values ('{scheme}', 'Published', '[]', '[]', '[]', '{Eastmarsh.Id}', 'Eastmarsh LBC', 'Homes {regime}', '{regime}', '{regime}',
               '2020-02-14', '2020-08-01', '2028-02-11', 'Continuous', '{basis}', {minutes}, false);
             insert into accreditation.lots (id, number, name, category, admits16_to17, accreditation_use, terms, scheme_id)
             values ('{lot}', 1, 'Shared, ring-fenced', 'SharedRingFenced', true, 'AwardGate',
               jsonb_build_object(), '{scheme}');
             insert into accreditation.member_authorities (id, authority_id, authority_name, "from", scheme_id)
             values (gen_random_uuid(), '{NorthwickVale.Id}', 'Northwick Vale LBC', '2020-08-01', '{scheme}');
             """));
        foreach (var provider in Members)
        {
            await ExecuteAsync(string.Create(
                CultureInfo.InvariantCulture,
                $$"""
                  insert into accreditation.memberships (id, lot_id, scheme_id, application_id, provider_id,
                    provider_name, admitted_at, state, ofsted_registered, urn, ofsted_categories, rates)
                  values (gen_random_uuid(), '{{lot}}', '{{scheme}}', gen_random_uuid(), '{{provider.Id}}',
                    '{{provider.Name}}', now(), 'Admitted', true, '9000001', '["SharedRingFenced"]',
                    '{"lotId": "{{lot}}", "accommodationWeeklyPence": 170000, "coreHourPence": 3000,
                      "additionalHourPence": 2600, "wakingNightPence": 20000, "sleepInPence": 8000,
                      "setUpPence": 50000}');
                  insert into accreditation.standings (id, lot_id, provider_id, host_authority_id, application_id,
                    state, accredited_from, accredited_until, homes, sent_reminders)
                  values (gen_random_uuid(), '{{lot}}', '{{provider.Id}}', '{{Eastmarsh.Id}}', gen_random_uuid(),
                    'Accredited', '2026-01-01', '2028-01-01',
                    '[{"premisesId": "{{HomeOf(provider).Id}}", "from": "2026-01-01", "until": "2028-01-01"}]', '[]');
                  """));
        }
    }
}
