using System.Net;
using System.Security.Cryptography;
using System.Text;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations;
using DpsPortal.Organisations.Documents;
using DpsPortal.Organisations.Integration;
using DpsPortal.TestBase;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Documents;

public sealed class DocumentTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    public static TheoryData<string, DocumentKind, byte[]> Allowed => new()
    {
        { "insurance.pdf", DocumentKind.Pdf, SampleFiles.Pdf() },
        { "policy.docx", DocumentKind.Docx, SampleFiles.Docx() },
        { "rates.xlsx", DocumentKind.Xlsx, SampleFiles.Xlsx() },
        { "front.jpg", DocumentKind.Jpg, SampleFiles.Jpg() },
        { "front.JPEG", DocumentKind.Jpg, SampleFiles.Jpg() },
        { "plan.png", DocumentKind.Png, SampleFiles.Png() },
        { "staff.csv", DocumentKind.Csv, SampleFiles.Csv() },
        { "latin.csv", DocumentKind.Csv, Encoding.Latin1.GetBytes("name;rate\nCafé;£1\n") },
    };

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "empty.pdf", [], OrganisationsErrorCodes.DocumentEmpty },
        { "run.exe", "MZ"u8.ToArray(), OrganisationsErrorCodes.DocumentKindNotAllowed },
        { "page.html", "<html>"u8.ToArray(), OrganisationsErrorCodes.DocumentKindNotAllowed },
        { "macro.docm", SampleFiles.MacroDocument(), OrganisationsErrorCodes.DocumentKindNotAllowed },
        { "noextension", SampleFiles.Pdf(), OrganisationsErrorCodes.DocumentKindNotAllowed },
        { "macro.docx", SampleFiles.MacroDocument(), OrganisationsErrorCodes.DocumentHasMacros },
        { "program.docx", SampleFiles.DocxWith("word/vbaProject.bin", [1]), OrganisationsErrorCodes.DocumentHasMacros },
        { "nested.docx", SampleFiles.DocxWith("word/a.zip", SampleFiles.Zip()), OrganisationsErrorCodes.DocumentUnsafe },
        { "bomb.docx", SampleFiles.DocxWith("word/b.xml", new byte[20_000_000]), OrganisationsErrorCodes.DocumentUnsafe },
        { "sheet.docx", SampleFiles.Xlsx(), OrganisationsErrorCodes.DocumentContentMismatch },
        { "plain.xlsx", SampleFiles.Zip(), OrganisationsErrorCodes.DocumentContentMismatch },
        { "photo.pdf", SampleFiles.Jpg(), OrganisationsErrorCodes.DocumentContentMismatch },
        { "photo.jpg", SampleFiles.Png(), OrganisationsErrorCodes.DocumentContentMismatch },
        { "photo.png", [.. SampleFiles.Png(), 1], OrganisationsErrorCodes.DocumentContentMismatch },
        { "flood.png", SampleFiles.Png(60_000, 60_000), OrganisationsErrorCodes.DocumentPictureTooLarge },
        { "flood.jpg", SampleFiles.Jpg(60_000, 60_000), OrganisationsErrorCodes.DocumentPictureTooLarge },
        {
            "flood.docx", SampleFiles.DocxWith("word/media/a.png", SampleFiles.Png(60_000, 60_000)),
            OrganisationsErrorCodes.DocumentPictureTooLarge
        },
        { "nul.csv", "a,b\0"u8.ToArray(), OrganisationsErrorCodes.DocumentContentMismatch },
        { "page.csv", "\n <script>"u8.ToArray(), OrganisationsErrorCodes.DocumentContentMismatch },
        { "text.pdf", "%PDF-1.7 and no end"u8.ToArray(), OrganisationsErrorCodes.DocumentContentMismatch },
    };

    [Theory, MemberData(nameof(Allowed))]
    public async Task A_file_of_an_allowed_kind_is_checked_and_then_served_as_it_was_sent(
        string name, DocumentKind kind, byte[] content)
    {
        var provider = await portal.AsAsync(portal.HarbourSteps, Role.ProviderStaff);

        var answer = await provider.UploadAsync(name, content);
        answer.Status.ShouldBe(HttpStatusCode.Created, answer.Text);
        var document = answer.Read<DocumentDto>();
        var path = $"/api/documents/{document.Id}";

        document.State.ShouldBe(DocumentState.Checking);
        document.Kind.ShouldBe(kind);
        document.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(content)));
        (await provider.GetAsync(path + "/content")).Status.ShouldBe(HttpStatusCode.Conflict);

        await portal.DrainOutboxAsync();

        (await provider.GetAsync<DocumentDto>(path)).State.ShouldBe(DocumentState.Ready);
        var served = await provider.GetAsync(path + "/content");
        served.Body.ShouldBe(content);
        served.Headers["Content-Disposition"].ShouldStartWith("attachment;");
        served.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        served.Headers["Content-Security-Policy"].ShouldStartWith("sandbox");
    }

    [Theory, MemberData(nameof(Refused))]
    public async Task A_file_that_is_not_what_it_says_is_refused_by_name(string name, byte[] content, string code)
    {
        var provider = await portal.AsAsync(portal.LanternRow, Role.ProviderStaff);

        var answer = await provider.UploadAsync(name, content);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Problem.Code.ShouldBe(code);
        answer.Problem.Detail!.ShouldContain(name);
        answer.Problem.Detail!.ShouldContain("PDF", customMessage: "It says what is allowed or what to do.");
    }

    [Fact]
    public async Task A_file_of_25_megabytes_is_taken()
    {
        var provider = await portal.AsAsync(portal.HarbourSteps, Role.ProviderStaff);

        var answer = await provider.UploadAsync("large.pdf", SampleFiles.Pdf(26_214_400));

        answer.Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_file_of_one_byte_more_is_not()
    {
        var provider = await portal.AsAsync(portal.HarbourSteps, Role.ProviderStaff);

        var answer = await provider.UploadAsync("large.pdf", SampleFiles.Pdf(26_214_401));

        answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answer.Problem.Code.ShouldBe(OrganisationsErrorCodes.DocumentTooLarge);
        answer.Problem.Detail!.ShouldContain("large.pdf");
    }

    [Fact]
    public async Task A_file_that_was_changed_in_the_store_is_gone_for_good()
    {
        var provider = await portal.AsAsync(portal.HarbourSteps, Role.ProviderStaff);
        var document = (await provider.UploadAsync("changed.pdf", SampleFiles.Pdf())).Read<DocumentDto>();
        await OverwriteAsync(document.Id, SampleFiles.Pdf(300));

        await portal.DrainOutboxAsync();

        (await provider.GetAsync<DocumentDto>($"/api/documents/{document.Id}")).State.ShouldBe(DocumentState.Refused);
        (await provider.GetAsync($"/api/documents/{document.Id}/content")).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("C:\\Users\\me\\plan.pdf", "plan.pdf")]
    [InlineData("gnp\u202Efdp.pdf", "gnpfdp.pdf")]
    [InlineData("été.pdf", "été.pdf")]
    public void A_name_is_cleaned_before_it_is_kept(string sent, string kept) =>
        DocumentName.Clean(sent).ShouldBe(kept);

    [Fact]
    public void A_name_is_cut_but_keeps_its_extension()
    {
        var clean = DocumentName.Clean(new string('x', 5_000) + ".pdf");

        clean.Length.ShouldBe(DocumentConsts.MaxNameLength);
        clean.ShouldEndWith(".pdf");
    }

    [Fact]
    public async Task Another_organisations_document_does_not_exist()
    {
        var (document, _) = await ReadyAsync();
        var other = await portal.AsAsync(portal.LanternRow, Role.ProviderAdministrator);

        foreach (var path in new[] { $"/api/documents/{document}", $"/api/documents/{document}/content" })
        {
            (await other.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await other.GetAsync<PagedResult<DocumentDto>>("/api/documents")).Items.ShouldNotContain(d => d.Id == document);
    }

    [Fact]
    public async Task A_document_is_served_to_the_one_organisation_it_was_given_to()
    {
        var (document, owner) = await ReadyAsync();
        await ShareAsync(document, owner, portal.Eastmarsh.Id);
        await ShareAsync(document, owner, portal.Eastmarsh.Id);
        var officer = await portal.AsAsync(portal.Eastmarsh, Role.AccreditationOfficer);
        var stranger = await portal.AsAsync(portal.Kingsferry, Role.AccreditationOfficer);

        var served = await officer.GetAsync($"/api/documents/{document}/content");

        served.Status.ShouldBe(HttpStatusCode.OK);
        (await stranger.GetAsync($"/api/documents/{document}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_can_give_away_what_is_not_theirs()
    {
        var (document, _) = await ReadyAsync();
        var thief = await portal.AddUserAsync(portal.LanternRow, Role.ProviderAdministrator);

        var refusal = await Should.ThrowAsync<Framework.Domain.BusinessException>(
            () => ShareAsync(document, thief, portal.LanternRow.Id));

        refusal.Code.ShouldBe(OrganisationsErrorCodes.DocumentNotOwn);
    }

    [Fact]
    public async Task A_download_is_on_record()
    {
        var (document, owner) = await ReadyAsync();
        using var client = await portal.SignInAsync(owner.Email);

        await client.GetAsync($"/api/documents/{document}/content");

        await using var scope = portal.OpenScope(owner);
        var trail = await scope.ServiceProvider.GetRequiredService<Framework.Auditing.IAuditTrail>()
            .GetListAsync(nameof(Document), document, CancellationToken.None);
        trail.Select(e => e.Action).ShouldBe(["Upload", "Accept", "Download"]);
        trail[2].ActorName.ShouldBe(owner.Name);
    }

    [Fact]
    public async Task Raw_sql_under_the_wrong_organisation_sees_no_document()
    {
        var (document, owner) = await ReadyAsync();

        (await CountAsync(document, owner.Organisation.Id.ToString())).ShouldBe(1);
        (await CountAsync(document, portal.LanternRow.Id.ToString())).ShouldBe(0);
        (await CountAsync(document, "")).ShouldBe(0);
    }

    [Theory]
    [InlineData("update organisations.documents set organisation_id = '{0}' where id = '{1}'")]
    [InlineData("delete from organisations.documents where id = '{1}'")]
    [InlineData("update organisations.document_grants set organisation_id = '{0}'")]
    public async Task Raw_sql_of_the_one_it_was_given_to_changes_nothing(string sql)
    {
        var (document, owner) = await ReadyAsync();
        await ShareAsync(document, owner, portal.LanternRow.Id);

        await using var connection = await OpenAsync(portal.LanternRow.Id.ToString());
        await using var command = new NpgsqlCommand(string.Format(null, sql, portal.LanternRow.Id, document), connection);

        (await command.ExecuteNonQueryAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Raw_sql_cannot_add_a_document_for_another_organisation()
    {
        await using var connection = await OpenAsync(portal.LanternRow.Id.ToString());
        await using var command = new NpgsqlCommand(
            $"""
             insert into organisations.documents (id, organisation_id, name, kind, size, sha256, blob_name, state, uploaded_at)
             values (gen_random_uuid(), '{portal.HarbourSteps.Id}', 'a.pdf', 'Pdf', 1, 'x', 'y', 'Ready', now())
             """,
            connection);

        var refusal = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        refusal.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private async Task<(Guid Document, TestUser Owner)> ReadyAsync()
    {
        var owner = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderAdministrator);
        using var client = await portal.SignInAsync(owner.Email);
        var document = (await client.UploadAsync("shared.pdf", SampleFiles.Pdf())).Read<DocumentDto>();
        await portal.DrainOutboxAsync();
        return (document.Id, owner);
    }

    private async Task ShareAsync(Guid document, TestUser owner, Guid organisation)
    {
        await using var scope = portal.OpenScope(owner);
        await scope.ServiceProvider.GetRequiredService<IDocumentIntegrationService>()
            .ShareAsync([document], organisation, CancellationToken.None);
    }

    private async Task OverwriteAsync(Guid document, byte[] content)
    {
        await using var connection = new NpgsqlConnection(portal.Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"select blob_name from organisations.documents where id = '{document}'", connection);
        var name = (string)(await command.ExecuteScalarAsync())!;
        var path = Directory.GetFiles(portal.DataFolder, name, SearchOption.AllDirectories).Single();
        await File.WriteAllBytesAsync(path, content);
    }

    private async Task<long> CountAsync(Guid document, string organisation)
    {
        await using var connection = await OpenAsync(organisation);
        await using var command = new NpgsqlCommand(
            $"select count(*) from organisations.documents where id = '{document}'", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<NpgsqlConnection> OpenAsync(string organisation)
    {
        var connection = new NpgsqlConnection(portal.Database.App);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"select set_config('app.org', '{organisation}', false)", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
