using DpsPortal.Framework.Application;
using DpsPortal.Property.Integration;
using DpsPortal.Property.Premises;
using DpsPortal.Property.Visits;
using DpsPortal.Rules.Accommodation;
using DpsPortal.TestBase;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Property;

/// <summary>A portal that stands at noon of 23 November 2026, with a provider and two authorities at hand.</summary>
public sealed class PropertyFixture : PortalFixture
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 11, 23);
    private TestUser? _provider;

    public TestUser Provider => _provider!;

    protected override async Task PrepareAsync()
    {
        await Clock.SetAsync(Noon);
        _provider = await AddUserAsync(HarbourSteps, Role.ProviderAdministrator);
    }

    public Task<PortalClient> ProviderAsync() => AsAsync(HarbourSteps, Role.ProviderAdministrator);

    public Task<PortalClient> OfficerAsync() => AsAsync(Eastmarsh, Role.AccreditationOfficer);

    public async Task<PremisesDto> HomeAsync(SavePremisesDto? input = null) =>
        await (await ProviderAsync()).PostAsync<PremisesDto>("/api/premises", input ?? Input());

    /// <summary>A home that an application has shown to Eastmarsh.</summary>
    public async Task<PremisesDto> SharedHomeAsync(SavePremisesDto? input = null)
    {
        var home = await HomeAsync(input);
        await ShareAsync(home.Id, Eastmarsh);
        return home;
    }

    public async Task ShareAsync(Guid premisesId, TestOrganisation with)
    {
        await RefreshClockAsync();
        await using var scope = OpenScope(Provider);
        await scope.ServiceProvider.GetRequiredService<IPremisesIntegrationService>()
            .ShareAsync([premisesId], with.Id, CancellationToken.None);
    }

    public async Task<VisitDto> BookAsync(
        Guid premisesId, DateTimeOffset? at = null, VisitNotice notice = VisitNotice.Announced,
        Guid? applicationId = null) =>
        await (await OfficerAsync()).PostAsync<VisitDto>("/api/visits", new BookVisitDto
        {
            PremisesId = premisesId,
            ApplicationId = applicationId,
            ScheduledAt = at ?? new DateTimeOffset(await Clock.NowAsync()).AddMinutes(30),
            Mode = VisitMode.InPerson,
            Notice = notice,
        });

    /// <summary>Answers everything with a pass, save the one question, and comes to the visit's time.</summary>
    public async Task<VisitDto> AnswerAsync(VisitDto visit, string? failing = null)
    {
        var saved = await (await OfficerAsync())
            .PutAsync<VisitDto>($"/api/visits/{visit.Id}/answers", Answers(visit, visit.Revision + 1, failing));
        var now = new DateTimeOffset(await Clock.NowAsync());
        if (now < visit.ScheduledAt)
        {
            await Clock.SetAsync(new DateTimeOffset(visit.ScheduledAt).AddSeconds(1));
        }

        return saved;
    }

    public static SaveVisitAnswersDto Answers(VisitDto visit, int revision, string? failing = null) => new()
    {
        Revision = revision,
        Answers =
        [
            .. visit.Sections.SelectMany(s => s.Items).Select(item => new VisitAnswerDto
            {
                ItemId = item.Id,
                PlaceId = item.PlaceId,
                Result = item.Id == failing ? VisitItemResult.Fail : VisitItemResult.Pass,
                Note = item.Id == failing ? "To be put right." : null,
                MeasuredArea = item.MeasuresArea ? 9.4m : null,
            }),
        ],
    };

    public static SavePremisesDto Input(DateOnly? gasIssued = null) => new()
    {
        Name = "Orchard Row",
        AddressLine = "18 Orchard Row",
        Town = "London",
        Postcode = "se130zz",
        AreaAuthority = "Eastmarsh LBC",
        Category = OfstedCategory.SharedRingFenced,
        OnOfstedList = true,
        Places =
        [
            new SavePlaceDto { Name = "Room 1", BedroomArea = 9.4m, MaxOccupants = 1 },
            new SavePlaceDto { Name = "Room 2", BedroomArea = 6.5m, MaxOccupants = 1 },
        ],
        Certificates =
        [
            Paper(CertificateKind.GasSafety, gasIssued ?? Today.AddDays(-10)),
            Paper(CertificateKind.ElectricalInstallation, Today.AddDays(-10)),
            Paper(CertificateKind.FireRiskAssessment, Today.AddDays(-10)),
            Paper(CertificateKind.BuildingsInsurance, Today.AddDays(-10), Today.AddYears(2)),
            Paper(CertificateKind.LiabilityInsurance, Today.AddDays(-10), Today.AddYears(2)),
        ],
    };

    public static SavePremisesDto Resave(PremisesDto home, params SaveCertificateDto[] papers) => new()
    {
        Name = home.Name,
        AddressLine = home.AddressLine,
        Town = home.Town,
        Postcode = home.Postcode,
        AreaAuthority = home.AreaAuthority,
        Category = home.Category,
        OnOfstedList = home.OnOfstedList,
        Places =
        [
            .. home.Places.Select(p => new SavePlaceDto
            {
                Id = p.Id,
                Name = p.Name,
                BedroomArea = p.BedroomArea,
                MaxOccupants = p.MaxOccupants,
            }),
        ],
        Certificates = papers.Length > 0 ? papers : Input().Certificates,
        Version = home.Version,
    };

    public static SaveCertificateDto Paper(CertificateKind kind, DateOnly issued, DateOnly? ends = null) =>
        new() { Kind = kind, IssuedOn = issued, ExpiresOn = ends };

    /// <summary>Asks the database as the application's role, for one organisation and past all code.</summary>
    public async Task<long> CountRawAsync(TestOrganisation organisation, string sql, Guid id)
    {
        await using var connection = new NpgsqlConnection(Database.App);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select set_config('app.org', $1, false)", connection)
        {
            Parameters = { new() { Value = organisation.Id.ToString() } },
        };
        await command.ExecuteNonQueryAsync();
        await using var question = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = id } } };
        return Convert.ToInt64(
            await question.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Instant, UTC, of the last save that was kept of a home.</summary>
    public async Task<DateTime> LastSaveAsync(Guid premisesId)
    {
        await using var connection = new NpgsqlConnection(Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select max(saved_at) from property.premises_versions where premises_id = $1", connection)
        {
            Parameters = { new() { Value = premisesId } },
        };
        return (DateTime)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The texts of all e-mails sent so far.</summary>
    public async Task<IReadOnlyList<string>> MailAsync()
    {
        await DrainOutboxAsync();
        var folder = Path.Combine(DataFolder, "mail");
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.eml").Select(file => Body(File.ReadAllText(file)))]
            : [];
    }

    private static string Body(string mail) => System.Text.Encoding.UTF8.GetString(
        Convert.FromBase64String(mail[mail.IndexOf("\r\n\r\n", StringComparison.Ordinal)..]));
}
