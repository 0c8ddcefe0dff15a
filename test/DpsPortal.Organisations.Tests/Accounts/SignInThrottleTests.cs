using System.Net;
using DpsPortal.Organisations.Accounts;
using Microsoft.Extensions.Options;

namespace DpsPortal.Organisations.Tests.Accounts;

public sealed class SignInThrottleTests
{
    private readonly StoppedTime _clock = new();

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void An_account_is_slowed_down_after_its_failures(int failures, bool refused)
    {
        var throttle = Throttle();

        Fail(throttle, "a@example.org", "C0A801", failures);

        throttle.Refuses("A@example.org ", "another network").ShouldBe(refused);
        throttle.Refuses("b@example.org", "another network").ShouldBeFalse();
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void A_network_is_slowed_down_whichever_accounts_it_tries(int accounts, bool refused)
    {
        var throttle = Throttle();

        for (var i = 0; i < accounts; i++)
        {
            Fail(throttle, $"person-{i}@example.org", "C0A801", 1);
        }

        throttle.Refuses("somebody-else@example.org", "C0A801").ShouldBe(refused);
    }

    [Fact]
    public void Nobody_stays_locked_out()
    {
        var throttle = Throttle();
        Fail(throttle, "a@example.org", "C0A801", 3);

        _clock.Now += TimeSpan.FromMinutes(5);

        throttle.Refuses("a@example.org", "C0A801").ShouldBeFalse();
    }

    [Fact]
    public void A_success_clears_the_account()
    {
        var throttle = Throttle();
        Fail(throttle, "a@example.org", "C0A801", 3);

        throttle.Succeeded("a@example.org");

        throttle.Refuses("a@example.org", "another network").ShouldBeFalse();
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
            throttle.Failed(email, network);
        }
    }

    private sealed class StoppedTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
