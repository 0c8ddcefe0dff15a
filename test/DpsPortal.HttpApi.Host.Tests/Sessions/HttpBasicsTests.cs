using System.Net;
using System.Text;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Sessions;

public sealed class HttpBasicsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("X-Content-Type-Options", "nosniff")]
    [InlineData("Referrer-Policy", "same-origin")]
    [InlineData("Cross-Origin-Opener-Policy", "same-origin")]
    [InlineData("Cache-Control", "no-store")]
    public async Task Each_answer_carries_the_security_headers(string header, string value)
    {
        using var client = portal.Anonymous();

        var answer = await client.GetAsync("/api/session");

        answer.Headers[header].ShouldContain(value);
    }

    [Theory]
    [InlineData("default-src 'self'")]
    [InlineData("script-src 'self';")]
    [InlineData("frame-ancestors 'none'")]
    [InlineData("object-src 'none'")]
    public async Task Only_own_scripts_run_and_nobody_frames_the_portal(string directive)
    {
        using var client = portal.Anonymous();

        var answer = await client.GetAsync("/api/nothing-here");

        answer.Headers["Content-Security-Policy"].ShouldContain(directive);
    }

    [Theory]
    [InlineData("/live")]
    [InlineData("/ready")]
    [InlineData("/openapi/v1.json")]
    public async Task Anybody_may_ask(string path)
    {
        using var client = portal.Anonymous();

        (await client.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_does_not_exist_is_a_404_with_a_problem_document()
    {
        using var client = portal.Anonymous();

        var answer = await client.GetAsync("/api/nothing-here");

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Problem.Code.ShouldBe("DpsPortal:NotFound");
    }

    [Theory]
    [InlineData("""{"email":"a@example.org","password":"x","role":"SystemAdministrator"}""", "role")]
    [InlineData("""{"email":"a@example.org","password":5}""", "password")]
    public async Task A_member_that_cannot_be_read_is_named(string body, string field)
    {
        var answer = await SignInWithAsync(body);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Problem.Errors.Keys.ShouldBe([field]);
    }

    [Theory]
    [InlineData("""{"email":"a@example.org","email":"b@example.org","password":"x"}""")]
    [InlineData("""{"email":""")]
    [InlineData("""{"email":"a@example.org"}""")]
    [InlineData("""{"email":[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]],"password":"x"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_body_that_is_not_what_is_asked_for_is_a_400(string body)
    {
        var answer = await SignInWithAsync(body);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
        answer.Problem.Code.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_missing_answer_is_named_as_the_client_names_it()
    {
        var answer = await SignInWithAsync("""{"email":"","password":"x"}""");

        answer.Problem.Errors.Keys.ShouldBe(["email"]);
    }

    [Fact]
    public async Task A_json_body_over_256_kilobytes_is_a_413()
    {
        var answer = await SignInWithAsync($$"""{"email":"a@example.org","password":"{{new string('x', 256 * 1024)}}"}""");

        answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    private async Task<PortalAnswer> SignInWithAsync(string body)
    {
        using var client = portal.Anonymous();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await client.SendContentAsync(HttpMethod.Post, "/api/account/sign-in", content);
    }
}
