using System.Text;
using DpsPortal.Organisations.Accounts.Factors;

namespace DpsPortal.Organisations.Tests.Accounts;

public sealed class TotpTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>Source: RFC 6238, appendix B, SHA-1; the last six of its eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(seconds);

        Totp.CodeAt(Key, Totp.StepOf(now)).ShouldBe(code);
        Totp.FindStep(Key, $"{code[..3]} {code[3..]}", now).ShouldBe(Totp.StepOf(now));
    }

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-31, false)]
    [InlineData(-30, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void A_code_counts_from_one_step_before_its_own_to_the_end_of_the_one_after(int seconds, bool counts)
    {
        var start = DateTimeOffset.FromUnixTimeSeconds(40_000_000 * 30L);
        var code = Totp.CodeAt(Key, Totp.StepOf(start));

        (Totp.FindStep(Key, code, start.AddSeconds(seconds)) is not null).ShouldBe(counts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870822")]
    [InlineData("28708２")]
    public void Anything_but_the_six_digits_is_refused(string typed) =>
        Totp.FindStep(Key, typed, DateTimeOffset.FromUnixTimeSeconds(59)).ShouldBeNull();

    /// <summary>Source: RFC 4648, section 10, without the padding.</summary>
    [Theory]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foobar", "MZXW6YTBOI")]
    [InlineData("12345678901234567890", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")]
    public void Keys_are_written_in_base_32(string bytes, string text) =>
        Totp.TextOf(Encoding.ASCII.GetBytes(bytes)).ShouldBe(text);
}
