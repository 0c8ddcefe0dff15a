using DpsPortal.Rules.Standards;

namespace DpsPortal.Rules.Tests.Standards;

public class TwoReferencesTests
{
    private const string Buyer = "Northwick Vale LBC";
    private static readonly DateOnly Today = new(2027, 1, 15);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    public void Fact_23_Two_references_are_needed(int number, bool enough)
    {
        var authorities = new[] { "Kingsferry MBC", "Eastmarsh LBC", "Copperdale County Council" };

        TwoReferences.AreEnough(authorities.Take(number).Select(a => Given(a)), Buyer, Today).ShouldBe(enough);
    }

    [Fact]
    public void Fact_23_Two_of_one_authority_are_one_and_its_latest_counts()
    {
        PlacerReference[] twice = [Given("Kingsferry MBC", months: 5), Given("kingsferry council", months: 1)];

        TwoReferences.AreEnough(twice, Buyer, Today).ShouldBeFalse();
        TwoReferences.Counting(twice, Buyer, Today).ShouldBe([twice[1]]);
    }

    [Fact]
    public void Fact_23_The_buying_authority_is_none_of_the_two()
    {
        PlacerReference[] references = [Given("Kingsferry MBC"), Given("London Borough of Northwick Vale")];

        TwoReferences.AreEnough(references, Buyer, Today).ShouldBeFalse();
        TwoReferences.AreEnough(references, "Eastmarsh LBC", Today).ShouldBeTrue();
        TwoReferences.AreEnough(references, buyer: null, Today).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2027-01-14", true)]
    [InlineData("2027-01-15", true)]
    [InlineData("2027-01-16", false)]
    public void Fact_23_A_reference_counts_until_it_is_12_months_old(string today, bool counts)
    {
        PlacerReference[] references =
            [new("Kingsferry MBC", new DateOnly(2026, 1, 15)), new("Eastmarsh LBC", new DateOnly(2026, 12, 1))];

        TwoReferences.AreEnough(references, Buyer, DateOnly.ParseExact(today, "yyyy-MM-dd")).ShouldBe(counts);
    }

    [Fact]
    public void Fact_23_Twelve_months_from_29_February_end_on_the_28th() =>
        TwoReferences.LastDay(new DateOnly(2028, 2, 29)).ShouldBe(new DateOnly(2029, 2, 28));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Fact_23_A_reference_of_tomorrow_does_not_count_today(int days, int counting) =>
        TwoReferences.Counting([new("Kingsferry MBC", Today.AddDays(days))], Buyer, Today).Count.ShouldBe(counting);

    [Theory]
    [InlineData("London Borough of Brent", "Brent Council", true)]
    [InlineData("City of York", "York city council", true)]
    [InlineData("King’s Lynn and West Norfolk", "Kings Lynn & West Norfolk BC", true)]
    [InlineData("City of London", "london CITY of", false)]
    [InlineData("Leicester City Council", "Leicestershire County Council", false)]
    [InlineData("York", "North Yorkshire", false)]
    public void Two_names_of_one_authority_are_one(string name, string other, bool same) =>
        (AuthorityNames.KeyOf(name) == AuthorityNames.KeyOf(other)).ShouldBe(same);

    private static PlacerReference Given(string authority, int months = 0) =>
        new(authority, Today.AddMonths(-months));
}
