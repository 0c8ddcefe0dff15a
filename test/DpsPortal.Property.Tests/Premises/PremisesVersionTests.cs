using System.Globalization;
using DpsPortal.Property.Premises;
using static DpsPortal.Property.Tests.Homes;

namespace DpsPortal.Property.Tests.Premises;

/// <summary>What is kept of each save, for those who compare bids with the home as it was.</summary>
public sealed class PremisesVersionTests
{
    [Fact]
    public void Every_save_keeps_what_it_said_without_where_the_home_is()
    {
        var home = Home();
        var withoutGas = Details([.. AllPapers(Today).Where(c => c.Kind != CertificateKind.GasSafety)]);
        home.Update(withoutGas with { OnOfstedList = false }, Now.AddDays(1));
        home.AddCertificates([Paper(CertificateKind.GasSafety, Today)], Now.AddDays(2));
        home.RecordVisit(Passed(Now.AddDays(3)), Now.AddDays(3));

        home.Versions.Select(v => (v.SavedAt, v.OnOfstedList)).ShouldBe(
            [(Now, true), (Now.AddDays(1), false), (Now.AddDays(2), false)]);
        home.Versions.Select(v => string.Concat(v.ToPapers().Failures(Today).Select(f => f.Sentence))).ShouldBe(
            ["", "There is no gas safety record.", ""]);
        var kept = System.Text.Json.JsonSerializer.Serialize(home.Versions);
        kept.ShouldNotContain("Orchard");
        kept.ShouldNotContain("0ZZ");
    }

    [Theory]
    [InlineData("2026-11-24", 0)]
    [InlineData("2026-11-25", 1)]
    public void Fact_24_A_save_is_asked_for_its_papers_on_any_day(string asked, int failures)
    {
        var home = Home(Details(
        [
            .. AllPapers(Today).Where(c => c.Kind != CertificateKind.GasSafety),
            Paper(CertificateKind.GasSafety, new DateOnly(2025, 11, 24)),
        ]));

        home.Versions.ShouldHaveSingleItem().ToPapers()
            .Failures(DateOnly.Parse(asked, CultureInfo.InvariantCulture)).Count.ShouldBe(failures);
    }
}
