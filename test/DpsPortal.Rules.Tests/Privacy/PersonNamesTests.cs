using DpsPortal.Rules.Privacy;

namespace DpsPortal.Rules.Tests.Privacy;

/// <summary>Privacy check, "What counts" and "What does not"; decision 25.</summary>
public class PersonNamesTests
{
    [Theory]
    [InlineData("Amina likes football.", "Amina")]
    [InlineData("We spoke to Callum Brady today.", "Callum Brady")]
    [InlineData("Ellie-Mae's mum agrees.", "Ellie-Mae")]
    [InlineData("Siobhan O'Rourke, 17", "Siobhan O'Rourke")]
    [InlineData("Mohammed Al-Hassan and Femke de Vries", "Mohammed Al-Hassan|Femke de Vries")]
    [InlineData("Mr and Mrs Doyle gave notice.", "Doyle")]
    [InlineData("Her mum Tsehai visits.", "Tsehai")]
    [InlineData("SW Okonjo", "Okonjo")]
    [InlineData("He lives with Dardan.", "Dardan")]
    [InlineData("They came by way of Zzyrkan.", "")]
    [InlineData("Zzyrkan told staff that he is tired.", "Zzyrkan")]
    public void A_name_is_found_without_the_words_around_it(string text, string names) =>
        Found(text).ShouldBe(names);

    [Theory]
    [InlineData("John Smith wants a room", "John Smith")]
    [InlineData("John Smith moved in.", "John Smith")]
    [InlineData("Grace enjoys cooking.", "Grace")]
    [InlineData("There is a grace period of 28 days. Grace and patience are needed.", "")]
    [InlineData("Will is a quiet boy.", "Will")]
    [InlineData("Will need support. Will the authority pay?", "")]
    [InlineData("Will Tyler bring his bedding?", "Tyler")]
    [InlineData("Hope is 17.", "Hope")]
    [InlineData("Hope to attend college.", "")]
    [InlineData("May's mum agrees.", "May")]
    [InlineData("May start in May.", "")]
    [InlineData("Summer responds well to praise.", "Summer")]
    [InlineData("Summer term was hard.", "")]
    [InlineData("Chelsea went missing.", "Chelsea")]
    [InlineData("Prefer Chelsea, Harrow or Brent.", "")]
    [InlineData("Harrow Jones is on bail.", "Harrow Jones")]
    [InlineData("Faith is important to her.", "")]
    [InlineData("Faith is 16 and likes singing.", "Faith")]
    public void What_is_a_word_as_well_needs_somebody_beside_it(string text, string names) =>
        Found(text).ShouldBe(names);

    [Theory]
    [InlineData("Known on road as Smokey.", "Smokey")]
    [InlineData("He goes by the street name Tiny.", "Tiny")]
    [InlineData("Friends call him Ghost.", "Ghost")]
    [InlineData("AKA Lil Bizzle", "Lil Bizzle")]
    [InlineData("a male called Spider", "Spider")]
    [InlineData("His tag is \"Venom\".", "Venom")]
    [InlineData("Known to services and known as a high risk area.", "")]
    [InlineData("He goes by bus. The app is called Brightsky.", "")]
    public void A_street_name_counts_and_the_name_of_a_thing_does_not(string text, string names) =>
        Found(text).ShouldBe(names);

    [Theory]
    [InlineData("J.S. is missing.", "J.S.")]
    [InlineData("JS is 16.", "JS")]
    [InlineData("A. Hassan and J Whitfield called by.", "A. Hassan|J Whitfield")]
    [InlineData("K has asked for a lock on his door.", "K")]
    [InlineData("Child A and Provider B, Block C, Plan D, Vitamin D.", "")]
    [InlineData("YP has an EHCP, SW and PA visit, CAMHS is open.", "")]
    public void Initials_that_stand_for_somebody_count(string text, string names) => Found(text).ShouldBe(names);

    [Theory]
    [InlineData("her name is leah", "leah")]
    [InlineData("mum tracey said ok", "tracey")]
    [InlineData("can u find something for jamal", "jamal")]
    [InlineData("A m i n a needs a house", "A m i n a")]
    [InlineData("4m1na, M0hammed", "4m1na|M0hammed")]
    [InlineData("\u0410mina", "\u0410mina")]
    [InlineData("Jay\u200Bden is on bail", "Jay\u200Bden")]
    [InlineData("URGENT JAYDEN BROWN NEEDS A BED", "JAYDEN BROWN")]
    [InlineData("YP NEEDS A PLACEMENT IN WEST LONDON", "")]
    public void A_disguise_does_not_hide_a_name(string text, string names) => Found(text).ShouldBe(names);

    [Theory]
    [InlineData("Harbour Steps Housing CIC, Brightpath Homes Ltd and St Mungo's bid.")]
    [InlineData("Kent County Council, Brent Council, the Prince's Trust and British Transport Police.")]
    [InlineData("Section 20 of the Children Act 1989; the Mental Health Act 1983; Equality Act 2010.")]
    [InlineData("Speaks Tigrinya, Dari and Kurdish (Sorani). Muslim, Orthodox Christian or Sikh.")]
    [InlineData("Sertraline, Melatonin, Concerta XL. Diabetes, ADHD.")]
    [InlineData("From Eritrea through Sudan and Libya to Dover, Margate and King's Cross.")]
    [InlineData("The Registered Service Manager, the Social Worker and the IRO met on Monday.")]
    [InlineData("Instagram, Snapchat, FIFA and PlayStation are limited.")]
    [InlineData("Interests: Cooking, Gym, Football. Risk: Medium.")]
    [InlineData("Kind regards, Placements Team")]
    [InlineData("R-7QK3-9F2D, Ofsted URN SC482210, policy PL/2293847/24, serial SN-77812.")]
    public void Firms_places_laws_faiths_medicines_and_roles_keep_silence(string text) => Found(text).ShouldBeEmpty();

    [Fact]
    public void What_is_perhaps_a_name_warns_and_does_not_block()
    {
        var reading = PrivacyCheck.Read("They came by way of Zzyrkan.", PrivacyCorpusTests.Today);

        reading.Findings.ShouldBeEmpty();
        reading.Warnings.ShouldHaveSingleItem().Kind.ShouldBe(IdentifierKind.PersonName);
    }

    [Fact]
    public void Names_are_for_those_who_ask_for_all_of_the_reading() =>
        PrivacyCheck.Find("Amina goes to Oakfield School.", PrivacyCorpusTests.Today).ShouldBeEmpty();

    private static string Found(string text) => string.Join(
        '|',
        PrivacyCheck.Read(text, PrivacyCorpusTests.Today).Findings
            .Where(found => found.Kind == IdentifierKind.PersonName)
            .Select(found => text.Substring(found.Start, found.Length)));
}
