using System.Globalization;
using System.Net;
using System.Text;
using DpsPortal.Adapters.VirusScanning;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.VirusScanning;
using DpsPortal.Organisations.Documents;
using DpsPortal.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.HttpApi.Host.Tests.Documents;

/// <summary>A portal with a scanner of its own.</summary>
public sealed class ScannerPortal : PortalFixture, IAsyncLifetime
{
    private readonly int _port = Clamd.FreePort();

    internal Clamd Scanner => field ??= new Clamd(_port);

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Scanner:Host"] = "127.0.0.1",
        ["Scanner:Port"] = _port.ToString(CultureInfo.InvariantCulture),
        ["Scanner:TimeoutSeconds"] = "20",
    };

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await Scanner.DisposeAsync();
        await DisposeAsync();
    }

    protected override Task PrepareAsync() => Clamd.MayBeMissing ? Task.CompletedTask : Scanner.StartAsync();
}

/// <summary>Threat T20: the scanner finds something, is down, or stops in the middle. A real clamd.</summary>
public sealed class ScannerTests(ScannerPortal portal) : IClassFixture<ScannerPortal>
{
    private const string Missing = "clamd is not installed (Debian: apt-get install clamav-daemon).";

    [Fact]
    public async Task T20_A_clean_file_says_that_it_was_scanned()
    {
        Assert.SkipWhen(Clamd.MayBeMissing, Missing);
        var provider = await portal.AsAsync(portal.HarbourSteps, Role.ProviderStaff);

        var document = await SendAsync(provider, "clean.docx", SampleFiles.Docx());
        await portal.DrainOutboxAsync();

        document = await ReadAsync(provider, document.Id);
        (document.State, document.Scan).ShouldBe((DocumentState.Ready, DocumentScan.Clean));
        (await provider.GetAsync<ScanningDto>("/api/documents/scanning")).State.ShouldBe(Scanning.On);
    }

    public static TheoryData<string> Infected => ["virus.csv", "virus.docx"];

    [Theory, MemberData(nameof(Infected))]
    public async Task T20_An_infected_file_is_never_served_and_not_kept(string name)
    {
        Assert.SkipWhen(Clamd.MayBeMissing, Missing);
        var provider = await portal.AsAsync(portal.HarbourSteps, Role.ProviderStaff);
        var virus = Encoding.ASCII.GetBytes(Clamd.Eicar);

        var document = await SendAsync(
            provider, name, name.EndsWith("csv", StringComparison.Ordinal) ? virus : SampleFiles.DocxWith("word/media/a.txt", virus));
        await portal.DrainOutboxAsync();

        document = await ReadAsync(provider, document.Id);
        document.State.ShouldBe(DocumentState.Refused);
        document.Reason!.ShouldContain("virus was found in " + name);
        (await provider.GetAsync($"/api/documents/{document.Id}/content")).Status.ShouldBe(HttpStatusCode.Gone);
        Directory.GetFiles(Path.Combine(portal.DataFolder, "blobs"), "*", SearchOption.AllDirectories)
            .ShouldAllBe(f => !Encoding.ASCII.GetString(File.ReadAllBytes(f)).Contains(Clamd.Eicar));
    }

    [Fact]
    public async Task T20_Killed_in_the_middle_of_a_scan_nothing_is_served_until_it_is_back()
    {
        Assert.SkipWhen(Clamd.MayBeMissing, Missing);
        var provider = await portal.AsAsync(portal.HarbourSteps, Role.ProviderStaff);
        var document = await SendAsync(provider, "waits.pdf", SampleFiles.Pdf(2_000_000));

        portal.Scanner.Freeze();
        var drain = portal.DrainOutboxAsync();
        await Task.Delay(1_000);
        drain.IsCompleted.ShouldBeFalse("The scan is going on.");
        portal.Scanner.Kill();
        await drain;

        document = await ReadAsync(provider, document.Id);
        (document.State, document.Scan).ShouldBe((DocumentState.Checking, DocumentScan.Waiting));
        document.NextScanAt.ShouldNotBeNull();
        (await provider.GetAsync($"/api/documents/{document.Id}/content")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await provider.GetAsync<ScanningDto>("/api/documents/scanning")).State.ShouldBe(Scanning.Down);
        (await portal.Anonymous().GetAsync("/ready")).Text.ShouldContain("does not answer");

        // Down for hours: it is asked again and again, and never given up.
        for (var i = 0; i < 12; i++)
        {
            await portal.Clock.AdvanceAsync(TimeSpan.FromMinutes(16));
            await portal.DrainOutboxAsync();
        }

        (await ReadAsync(provider, document.Id)).State.ShouldBe(DocumentState.Checking);
        await portal.Scanner.StartAsync();
        await portal.Clock.AdvanceAsync(TimeSpan.FromMinutes(16));
        await portal.DrainOutboxAsync();

        document = await ReadAsync(provider, document.Id);
        (document.State, document.Scan).ShouldBe((DocumentState.Ready, DocumentScan.Clean));
    }

    [Fact]
    public async Task T20_What_the_scanner_will_not_look_at_whole_is_not_clean()
    {
        Assert.SkipWhen(Clamd.MayBeMissing, Missing);
        var scanner = portal.Services.GetRequiredService<IVirusScanner>();
        using var large = new MemoryStream(new byte[32_000_000]);

        await Should.ThrowAsync<ScannerUnavailableException>(() => scanner.FindAsync(large, CancellationToken.None));
    }

    [Theory]
    [InlineData("ClamAV 1.4.3/27800/Mon Nov 23 09:14:02 2026", 48, false)]
    [InlineData("ClamAV 1.4.3/27800/Tue Nov  3 09:14:02 2026", 1000, true)]
    [InlineData("ClamAV 1.4.3/27800/Mon Nov 23 09:14:02 2026", 49, true)]
    [InlineData("ClamAV 1.4.3", 49, false)]
    public void T20_Signatures_of_more_than_two_days_are_stale(string version, int hoursLater, bool isStale)
    {
        var state = new ScannerState(true, ClamdScanner.SignaturesFrom(version));

        state.IsStale(new DateTime(2026, 11, 23, 9, 14, 2, DateTimeKind.Utc).AddHours(hoursLater)).ShouldBe(isStale);
    }

    private static async Task<DocumentDto> SendAsync(PortalClient provider, string name, byte[] content)
    {
        var answer = await provider.UploadAsync(name, content);
        answer.Status.ShouldBe(HttpStatusCode.Created, answer.Text);
        return answer.Read<DocumentDto>();
    }

    private static Task<DocumentDto> ReadAsync(PortalClient provider, Guid id) =>
        provider.GetAsync<DocumentDto>($"/api/documents/{id}");
}

/// <summary>The usual portal of the tests has no scanner.</summary>
public sealed class NoScannerTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task T20_Without_a_scanner_a_file_is_checked_and_says_that_it_was_not_scanned()
    {
        var provider = await portal.AsAsync(portal.HarbourSteps, Role.ProviderStaff);
        var document = (await provider.UploadAsync("plain.pdf", SampleFiles.Pdf())).Read<DocumentDto>();
        await portal.DrainOutboxAsync();

        document = await provider.GetAsync<DocumentDto>($"/api/documents/{document.Id}");

        (document.State, document.Scan).ShouldBe((DocumentState.Ready, DocumentScan.NotScanned));
        (await provider.GetAsync<ScanningDto>("/api/documents/scanning")).State.ShouldBe(Scanning.Off);
        (await portal.Anonymous().GetAsync("/ready")).Text.ShouldContain("checked but not scanned");
    }

    [Fact]
    public async Task T37_The_cleaned_file_is_served_and_the_original_is_gone()
    {
        var provider = await portal.AsAsync(portal.HarbourSteps, Role.ProviderStaff);
        byte[] photograph = [.. SampleFiles.Jpg()[..20], 0xFF, 0xFE, 0, 8, .. "canary"u8, .. SampleFiles.Jpg()[20..]];
        var document = (await provider.UploadAsync("front.jpg", photograph)).Read<DocumentDto>();
        await portal.DrainOutboxAsync();

        var served = await provider.GetAsync($"/api/documents/{document.Id}/content");
        var after = await provider.GetAsync<DocumentDto>($"/api/documents/{document.Id}");

        served.Body.ShouldBe(SampleFiles.Jpg());
        after.Sha256.ShouldBe(document.Sha256, "Of what was sent.");
        after.ServedSha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(served.Body)));
        Directory.GetFiles(Path.Combine(portal.DataFolder, "blobs"), "*", SearchOption.AllDirectories)
            .ShouldAllBe(f => !Encoding.ASCII.GetString(File.ReadAllBytes(f)).Contains("canary"));
    }
}
