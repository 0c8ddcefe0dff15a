using System.IO.Compression;
using System.Net;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Imports;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.Accreditation;
using DpsPortal.Reporting;
using DpsPortal.Reporting.OpenData;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Imports;

/// <summary>A host takes its whole record in open form at any time; nobody takes another's.</summary>
public sealed class OpenDataTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private readonly ApplicationJourney _journey = new(portal);

    [Fact]
    public async Task The_export_holds_every_table_with_its_meaning_and_is_on_record()
    {
        var scheme = await _journey.RecordSchemeAsync();
        await _journey.AdmitAsync(scheme, portal.HarbourSteps);
        var lead = await _journey.LeadAsync();

        var answer = await lead.GetAsync("/api/open-data/export");

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        answer.Headers["Content-Type"].ShouldBe("application/zip");
        var files = Read(answer.Body);
        files.Keys.ShouldBe([.. OpenDataTable.All.Select(t => $"{t.Name}.csv"), "README.txt"], ignoreOrder: true);
        foreach (var table in OpenDataTable.All)
        {
            files[$"{table.Name}.csv"].Split('\n')[0].TrimEnd('\r').ShouldBe(string.Join(',', table.Columns.Select(c => c.Name)));
            table.Columns.ShouldAllBe(c => files["README.txt"].Contains($"  {c.Name}: {c.Meaning}"));
        }

        files["members.csv"].ShouldContain(portal.HarbourSteps.Name);
        files["premises.csv"].Split('\n').Length.ShouldBeGreaterThan(2);
        (await RawSql.CountAsync(portal, portal.Eastmarsh.Id,
            "select count(*) from organisations.audit_events where object_type = 'OpenData' and action = 'Export' and after like '%SHA-256 %'"))
            .ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Whoever_declared_a_conflict_in_a_provider_takes_no_export_that_holds_its_record()
    {
        var admitted = await _journey.AdmitAsync(await _journey.RecordSchemeAsync(), portal.Copperleaf);
        using var lead = await portal.AsAnotherAsync(portal.Eastmarsh, Role.AccreditationLead);
        await lead.PostAsync<ApplicationDto>(
            $"/api/applications/{admitted.Id}/interests",
            new DeclareInterestDto { HasConflict = true, Details = "A cousin is a director." });

        var refused = await lead.GetAsync("/api/open-data/export");

        (refused.Status, refused.Problem.Code).ShouldBe((HttpStatusCode.Forbidden, ReportingErrorCodes.ExportConflict));
        (await (await _journey.LeadAsync()).GetAsync("/api/open-data/export")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task T15_text_that_begins_like_a_formula_is_guarded()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var officer = await _journey.OfficerAsync();
        var proposed = (await officer.UploadAsync(
            "m.csv",
            Sheets.Csv(Sheets.Members, Sheets.Member("+Formula Homes", "09300001"), Sheets.Member("-Formula Homes", "09300002")),
            $"/api/imports?schemeId={scheme.Id}")).Read<DataImportDto>();
        await (await _journey.LeadAsync()).PostAsync<DataImportDto>($"/api/imports/{proposed.Id}/confirm");

        var files = Read((await (await _journey.LeadAsync()).GetAsync("/api/open-data/export")).Body);

        files["members.csv"].ShouldContain(",'+Formula Homes,");
        files["members.csv"].ShouldContain(",'-Formula Homes,");
        files["members.csv"].ShouldNotContain(",+Formula");
    }

    [Fact]
    public async Task Another_host_gets_its_own_record_only_and_who_hosts_nothing_gets_none()
    {
        var scheme = await _journey.RecordSchemeAsync();
        await _journey.AdmitAsync(scheme, portal.LanternRow);
        var other = await portal.AsAsync(portal.Kingsferry, Role.AccreditationLead);
        await other.PostAsync<object>("/api/schemes", _journey.Terms());

        var files = Read((await other.GetAsync("/api/open-data/export")).Body);
        var nobody = await (await portal.AsAsync(portal.NorthwickVale, Role.AccreditationLead)).GetAsync("/api/open-data/export");
        var officer = await (await _journey.OfficerAsync()).GetAsync("/api/open-data/export");

        foreach (var (name, text) in files.Where(f => f.Key.EndsWith(".csv", StringComparison.Ordinal) && f.Key is not ("schemes.csv" or "lots.csv" or "authorities.csv")))
        {
            text.Trim().Split('\n').Length.ShouldBe(1, name);
        }

        nobody.Problem.Code.ShouldBe(ReportingErrorCodes.NoHost);
        officer.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Dictionary<string, string> Read(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        });
    }
}
