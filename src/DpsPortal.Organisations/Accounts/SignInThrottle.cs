using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace DpsPortal.Organisations.Accounts;

/// <summary>How many failures are borne; configured under <c>SignIn</c>.</summary>
internal sealed class SignInLimits
{
    public int FailuresPerAccount { get; set; } = 10;

    /// <summary>A whole office sits behind one address: more than for an account.</summary>
    public int FailuresPerNetwork { get; set; } = 40;

    public int WindowMinutes { get; set; } = 5;
}

/// <summary>
/// Slows down guessing, by account within a network and by network. Whoever guesses from elsewhere locks nobody out of
/// an account, before a deadline least of all. It forgets after some minutes; each node counts for itself.
/// Source: security T25.
/// </summary>
internal sealed class SignInThrottle(IOptions<SignInLimits> limits, TimeProvider clock)
{
    private const int MaxKeys = 100_000;
    private readonly ConcurrentDictionary<string, Failures> _failures = new(StringComparer.Ordinal);

    /// <summary>
    /// Counts an attempt as failed until <see cref="Succeeded(string, string)"/> says otherwise, so that many at once
    /// are no more than many in a row.
    /// </summary>
    /// <exception cref="TooManyAttemptsException">Too many failures for this account from here, or from this network.</exception>
    public void Enter(string email, string network)
    {
        if (_failures.Count > MaxKeys)
        {
            _failures.Clear();
        }

        if (Add(Account(email, network)) > limits.Value.FailuresPerAccount
            || Add(network) > limits.Value.FailuresPerNetwork)
        {
            throw new TooManyAttemptsException();
        }
    }

    /// <summary>Somebody asks for an e-mail: counted whether or not the address is known.</summary>
    /// <exception cref="TooManyAttemptsException">Too often for this address or from this network.</exception>
    public void CountRequest(string email, string network)
    {
        Enter("e-mail to " + email.Trim(), network);
    }

    /// <summary>
    /// The second step is guessed at by who knows the password: counted for the account wherever they are, and whoever
    /// does not know the password keeps nobody out.
    /// </summary>
    /// <exception cref="TooManyAttemptsException">Too many failures for this account.</exception>
    public void EnterSecondStep(Guid userId)
    {
        if (Add(SecondStep(userId)) > limits.Value.FailuresPerAccount)
        {
            throw new TooManyAttemptsException();
        }
    }

    public void SucceededSecondStep(Guid userId) => _failures.TryRemove(SecondStep(userId), out _);

    /// <summary>Counts as failed until <see cref="SucceededNetwork"/> says otherwise.</summary>
    /// <exception cref="TooManyAttemptsException">Too many failures from this network.</exception>
    public void EnterNetwork(string network)
    {
        if (Add(network) > limits.Value.FailuresPerNetwork)
        {
            throw new TooManyAttemptsException();
        }
    }

    public void SucceededNetwork(string network) => _failures.AddOrUpdate(
        network, _ => new Failures(Window, 0), (_, old) => old with { Number = Math.Max(0, old.Number - 1) });

    /// <summary>Before the secret of a link is looked up.</summary>
    /// <exception cref="TooManyAttemptsException">Too many failures from this network.</exception>
    public void CheckGuess(string network)
    {
        if (Count(network) >= limits.Value.FailuresPerNetwork)
        {
            throw new TooManyAttemptsException();
        }
    }

    /// <summary>A secret that opens nothing.</summary>
    public void FailedGuess(string network) => Add(network);

    public void Succeeded(string email, string network)
    {
        _failures.TryRemove(Account(email, network), out _);
        SucceededNetwork(network);
    }

    public static string NetworkOf(HttpContext http) => NetworkOf(http.Connection.RemoteIpAddress);

    /// <summary>The first 24 bits of an IPv4 address, the first 48 of an IPv6 one.</summary>
    public static string NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var kept = plain.AddressFamily == AddressFamily.InterNetwork ? 3 : 6;
        return Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, kept));
    }

    private static string Account(string email, string network) => $"{network}:{email.Trim().ToUpperInvariant()}";

    private static string SecondStep(Guid userId) => $"second step:{userId}";

    private int Count(string key) =>
        _failures.TryGetValue(key, out var failures) && failures.Since == Window ? failures.Number : 0;

    private int Add(string key) => _failures.AddOrUpdate(
        key,
        _ => new Failures(Window, 1),
        (_, old) => old.Since == Window ? old with { Number = old.Number + 1 } : new Failures(Window, 1)).Number;

    private string Window =>
        (clock.GetUtcNow().ToUnixTimeSeconds() / (60 * limits.Value.WindowMinutes)).ToString(CultureInfo.InvariantCulture);

    private sealed record Failures(string Since, int Number);
}
