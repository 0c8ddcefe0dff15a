using System.Net;
using DpsPortal.Organisations.Accounts;
using Microsoft.Extensions.Options;

namespace DpsPortal.Organisations.Tests.Accounts;

public sealed class SignInThrottleTests
{
    private const string Here = "C0A801";

    private readonly StoppedTime _clock = new();

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void An_account_is_slowed_down_after_its_failures(int failures, bool refused)
    {
        var throttle = Throttle();

        Fail(throttle, "a@example.org", Here, failures);

        Refuses(throttle, "A@example.org ", Here).ShouldBe(refused);
        Refuses(throttle, "b@example.org", "another network").ShouldBeFalse();
    }

    [Fact]
    public void T25_whoever_guesses_from_elsewhere_keeps_nobody_out()
    {
        var throttle = Throttle();

        Fail(throttle, "bidder@example.org", "a rival's network", 100);

        Refuses(throttle, "bidder@example.org", Here).ShouldBeFalse();
    }

    [Fact]
    public void T25_attempts_at_once_are_counted_before_their_passwords_are_looked_at()
    {
        var throttle = Throttle();

        var let = Enumerable.Range(0, 14).Count(_ => !Refuses(throttle, "a@example.org", Here));

        let.ShouldBe(3);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void A_network_is_slowed_down_whichever_accounts_it_tries(int accounts, bool refused)
    {
        var throttle = Throttle();

        for (var i = 0; i < accounts; i++)
        {
            Fail(throttle, $"person-{i}@example.org", Here, 1);
        }

        Refuses(throttle, "somebody-else@example.org", Here).ShouldBe(refused);
    }

    [Fact]
    public void Nobody_stays_locked_out()
    {
        var throttle = Throttle();
        Fail(throttle, "a@example.org", Here, 3);

        _clock.Now += TimeSpan.FromMinutes(5);

        Refuses(throttle, "a@example.org", Here).ShouldBeFalse();
    }

    [Fact]
    public void A_success_clears_the_account_and_does_not_count_against_its_network()
    {
        var throttle = Throttle();
        for (var i = 0; i < 20; i++)
        {
            Refuses(throttle, "a@example.org", Here).ShouldBeFalse();
            throttle.Succeeded("a@example.org", Here);
        }
    }

    [Theory]
    [InlineData("192.168.1.7", "192.168.1.200", true)]
    [InlineData("192.168.1.7", "192.168.2.7", false)]
    [InlineData("2001:db8:1:1::1", "2001:db8:1:2::1", true)]
    [InlineData("2001:db8:1::1", "2001:db8:2::1", false)]
    [InlineData("::ffff:192.168.1.7", "192.168.1.8", true)]
    public void A_network_is_a_prefix_of_the_address(string one, string other, bool same) =>
        (SignInThrottle.NetworkOf(IPAddress.Parse(one)) == SignInThrottle.NetworkOf(IPAddress.Parse(other))).ShouldBe(same);

    private SignInThrottle Throttle() => new(
        Options.Create(new SignInLimits { FailuresPerAccount = 3, FailuresPerNetwork = 5, WindowMinutes = 5 }), _clock);

    private static void Fail(SignInThrottle throttle, string email, string network, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Refuses(throttle, email, network);
        }
    }

    private static bool Refuses(SignInThrottle throttle, string email, string network) =>
        Record.Exception(() => throttle.Enter(email, network)) is TooManyAttemptsException;

    private sealed class StoppedTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
