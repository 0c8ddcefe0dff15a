using System.ComponentModel.DataAnnotations;
using DpsPortal.Rules.Privacy;

namespace DpsPortal.Rules.Tests.Privacy;

public class WithoutIdentifiersAttributeTests
{
    private const string What = " Take out what tells who the young person is.";

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("A clear plan.", null)]
    [InlineData("NHS 943 476 5919", "This looks like an NHS number." + What)]
    [InlineData("HA9 0AB or HA9 0AD", "This looks like a full postcode." + What)]
    [InlineData("HA9 0AB, 07700 900123", "This looks like a full postcode and a telephone number." + What)]
    [InlineData(
        "jo@example.org, HA9 0AB, 07700 900123",
        "This looks like an email address, a full postcode and a telephone number." + What)]
    public void A_refusal_names_each_kind_once_and_says_what_to_do(string? text, string? sentence) =>
        Asked(text, new DateOnly(2026, 11, 27)).ShouldBe(sentence);

    [Theory]
    [InlineData("Must it be near Harris Academy?", "This looks like the name of a school or college." + What)]
    [InlineData("Would Amina share a kitchen?", "This looks like somebody’s name." + What)]
    [InlineData("Must the home be in the borough?", null)]
    public void Names_are_refused_where_strangers_read_and_nowhere_else(string text, string? sentence)
    {
        Asked(text, new DateOnly(2026, 11, 27), names: true).ShouldBe(sentence);
        Asked(text, new DateOnly(2026, 11, 27)).ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-11-27", true)]
    [InlineData("2034-11-30", true)]
    [InlineData("2034-12-01", false)]
    public void Whether_a_date_is_somebody_youngs_depends_on_the_clock(string today, bool isRefused) =>
        (Asked("01/12/2008", DateOnly.Parse(today, null)) is not null).ShouldBe(isRefused);

    [Theory]
    [InlineData(WithoutIdentifiersAttribute.Longest, false)]
    [InlineData(WithoutIdentifiersAttribute.Longest + 1, true)]
    public void What_is_too_long_to_be_checked_is_refused(int length, bool isRefused) =>
        (Asked(new string('x', length), new DateOnly(2026, 11, 27)) is not null).ShouldBe(isRefused);

    private static string? Asked(string? text, DateOnly today, bool names = false) =>
        new WithoutIdentifiersAttribute { Names = names }
            .GetValidationResult(text, new ValidationContext(new object(), new StoppedClock(today), null))?.ErrorMessage;

    private sealed class StoppedClock(DateOnly today) : TimeProvider, IServiceProvider
    {
        public override DateTimeOffset GetUtcNow() => new(today.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);

        public object? GetService(Type serviceType) => serviceType == typeof(TimeProvider) ? this : null;
    }
}
