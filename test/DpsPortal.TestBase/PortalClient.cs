using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using DpsPortal.Organisations.Accounts;
using Shouldly;

namespace DpsPortal.TestBase;

/// <summary>A browser without a screen: it keeps cookies and sends the antiforgery token back.</summary>
public sealed class PortalClient : IDisposable
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly HttpClient _http;

    public PortalClient(Uri address)
    {
        var handler = new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false };
        _http = new HttpClient(handler) { BaseAddress = address };
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>Of the signed-in person; null before sign-in.</summary>
    public SessionDto? Session { get; private set; }

    public Guid UserId => Session!.User!.Id;

    /// <summary>What the next unsafe call sends; tests of the check itself change it.</summary>
    public string? AntiforgeryToken { get; set; }

    public async Task SignInAsync(string email, string password)
    {
        var answer = await PostAsync("/api/account/sign-in", new { email, password });
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        Session = await GetAsync<SessionDto>("/api/session");
    }

    /// <summary>Fails the test unless the answer is a success.</summary>
    public async Task<T> GetAsync<T>(string path) => (await GetAsync(path)).Read<T>();

    public async Task<T> PostAsync<T>(string path, object? body = null) => (await PostAsync(path, body)).Read<T>();

    public async Task<T> PutAsync<T>(string path, object? body = null) => (await PutAsync(path, body)).Read<T>();

    public Task<PortalAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<PortalAnswer> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<PortalAnswer> PutAsync(string path, object? body = null) => SendAsync(HttpMethod.Put, path, body);

    public Task<PortalAnswer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public Task<PortalAnswer> SendAsync(
        HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers) =>
        SendContentAsync(method, path, body is null ? null : JsonContent.Create(body, options: Json), headers);

    /// <summary>Uploads one file in the field <c>file</c>.</summary>
    public async Task<PortalAnswer> UploadAsync(string name, byte[] content, string path = "/api/documents")
    {
        using var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { file, "file", name } };
        return await SendContentAsync(HttpMethod.Post, path, form);
    }

    public async Task<PortalAnswer> SendContentAsync(
        HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (AntiforgeryToken is not null && method != HttpMethod.Get)
        {
            request.Headers.Add(AntiforgeryHeader, AntiforgeryToken);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request);
        var token = Cookies.GetCookies(_http.BaseAddress!)["XSRF-TOKEN"]?.Value;
        if (response.Headers.TryGetValues("Set-Cookie", out var set)
            && set.Any(c => c.StartsWith("XSRF-TOKEN=", StringComparison.Ordinal)))
        {
            AntiforgeryToken = token;
        }

        return new PortalAnswer(
            response.StatusCode,
            await response.Content.ReadAsByteArrayAsync(),
            response.Headers.Concat(response.Content.Headers)
                .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
    }

    public void Dispose() => _http.Dispose();

    private const string AntiforgeryHeader = "X-XSRF-TOKEN";
}

/// <summary>What came back.</summary>
public sealed record PortalAnswer(HttpStatusCode Status, byte[] Body, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Fails the test unless the answer is a problem document.</summary>
    public PortalProblem Problem
    {
        get
        {
            IsSuccess.ShouldBeFalse(Text);
            return JsonSerializer.Deserialize<PortalProblem>(Body, PortalClient.Json)!;
        }
    }

    /// <summary>Fails the test, showing the problem, unless the answer is a success.</summary>
    public T Read<T>()
    {
        IsSuccess.ShouldBeTrue($"{(int)Status}: {Text}");
        return JsonSerializer.Deserialize<T>(Body, PortalClient.Json)!;
    }
}

public sealed record PortalProblem
{
    public int Status { get; init; }

    public string? Code { get; init; }

    public string? Detail { get; init; }

    public IReadOnlyDictionary<string, string[]> Errors { get; init; } = new Dictionary<string, string[]>();
}
