using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DpsPortal.Benchmarks;

/// <summary>Somebody who is signed in to the running portal and asks it for lists.</summary>
internal sealed class Caller : IDisposable
{
    private readonly HttpClient _http;

    private Caller(Uri portal)
    {
        var handler = new SocketsHttpHandler { CookieContainer = new CookieContainer() };
        _http = new HttpClient(handler) { BaseAddress = portal };
    }

    public static async Task<Caller> SignInAsync(Uri portal, string email, string password)
    {
        var caller = new Caller(portal);
        using var answer = await caller._http.PostAsJsonAsync("/api/account/sign-in", new { email, password });
        answer.EnsureSuccessStatusCode();
        return caller;
    }

    /// <summary>The first value of a property anywhere in an answer, to ask for one thing of a list.</summary>
    public async Task<string?> FirstAsync(string path, string property)
    {
        using var document = JsonDocument.Parse(await _http.GetStringAsync(new Uri(path, UriKind.Relative)));
        return Find(document.RootElement, property);
    }

    /// <returns>From the question to the last byte of its answer, and the bytes.</returns>
    public async Task<(TimeSpan Took, int Bytes)> AskAsync(string path)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode
            ? (Stopwatch.GetElapsedTime(start), bytes.Length)
            : throw new InvalidOperationException($"{path} was answered {(int)answer.StatusCode}.");
    }

    public void Dispose() => _http.Dispose();

    private static string? Find(JsonElement element, string property) => element.ValueKind switch
    {
        JsonValueKind.Object => element.TryGetProperty(property, out var value)
            ? value.ToString()
            : element.EnumerateObject().Select(p => Find(p.Value, property)).FirstOrDefault(v => v is not null),
        JsonValueKind.Array => element.EnumerateArray().Select(e => Find(e, property)).FirstOrDefault(v => v is not null),
        _ => null,
    };
}
