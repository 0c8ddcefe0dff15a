using DpsPortal.Rules.Privacy;

namespace DpsPortal.Rules.Tests.Privacy;

/// <summary>Kinds of the privacy check that need words about them: schools, cases, courts, streets without a
/// number.</summary>
public class NamedIdentifiersTests
{
    [Theory]
    [InlineData("Year 11 at Oakfield School.", "Oakfield School")]
    [InlineData("At Wembley High Technology College.", "Wembley High Technology College")]
    [InlineData("College of North West London", "College of North West London")]
    [InlineData("At St Joseph's she was bullied.", "St Joseph's")]
    [InlineData("goes to lister community school", "lister community school")]
    [InlineData("enrolled at Capel Manor", "Capel Manor")]
    [InlineData("Attends a pupil referral unit; a local college is near.", "")]
    [InlineData("The Virtual School Head and the School Nurse came.", "")]
    [InlineData("A Sixth Form College place.", "")]
    public void A_school_counts_by_its_name(string text, string found) =>
        Found(text, IdentifierKind.SchoolName).ShouldBe(found);

    [Theory]
    [InlineData("LCS 1048823", "1048823")]
    [InlineData("Mosaic ID: M1182736", "M1182736")]
    [InlineData("Crime ref CR/0445/26", "CR/0445/26")]
    [InlineData("PNC 21/0045612K", "21/0045612K")]
    [InlineData("Police ref 26*0045512", "26*0045512")]
    [InlineData("Our ref: R-7QK3-9F2D", "")]
    [InlineData("Ofsted URN 2789123, policy 8834412/B, company number 09812345", "")]
    [InlineData("Case load of 5, crime fell by 12%.", "")]
    public void A_case_or_record_number_counts_after_its_word(string text, string found) =>
        Found(text, IdentifierKind.CaseReference).ShouldBe(found);

    [Theory]
    [InlineData("ZW24C00318 is listed", "ZW24C00318")]
    [InlineData("Crown court case T20257114", "T20257114")]
    [InlineData("Re W [2016] EWCA Civ 793", "")]
    public void A_case_at_court_counts_by_its_shape(string text, string found) =>
        Found(text, IdentifierKind.CourtCaseNumber).ShouldBe(found);

    [Theory]
    [InlineData("He lives on Elmwood Avenue.", "Elmwood Avenue")]
    [InlineData("She hangs around Craven Park Road.", "Craven Park Road")]
    [InlineData("Her dad stays at Rose Cottage.", "Rose Cottage")]
    [InlineData("lives at 33 beech grove", "33 beech grove")]
    [InlineData("Flat 9, Cedar House", "Flat 9, Cedar House")]
    [InlineData("12 The Ridgeway", "12 The Ridgeway")]
    [InlineData("Our home is on Elm Road.", "")]
    [InlineData("A quiet street close to shops; 24 hour road cover.", "")]
    public void A_street_or_house_counts_where_somebody_lives(string text, string found) =>
        Found(text, IdentifierKind.Address).ShouldBe(found);

    [Theory]
    [InlineData("She will be 18 on 3rd of May 2027.", "3rd of May 2027")]
    [InlineData("born on the third of May two thousand and ten", "the third of May two thousand and ten")]
    [InlineData("Birthday: 3/6", "3/6")]
    [InlineData("The company was founded on 12 March 2009.", "")]
    [InlineData("Move in by 14 December 2026, review on 11 January 2027.", "")]
    public void The_day_of_a_birthday_counts_and_the_day_of_a_policy_does_not(string text, string found) =>
        Found(text, IdentifierKind.DateOfBirth).ShouldBe(found);

    [Theory]
    [InlineData("ring oh seven seven double oh nine double oh one two three", IdentifierKind.Phone)]
    [InlineData("NHS nine four three four seven six five nine one nine", IdentifierKind.NhsNumber)]
    public void Numbers_in_words_are_read(string text, IdentifierKind kind) => Found(text, kind).ShouldNotBeEmpty();

    [Theory]
    [InlineData("The matter was in the news.", IdentifierKind.RareFact)]
    [InlineData("See 20441177.", IdentifierKind.UnknownNumber)]
    [InlineData("The bus stops on Elm Road.", IdentifierKind.Address)]
    public void What_is_worth_a_look_warns(string text, IdentifierKind kind)
    {
        var reading = PrivacyCheck.Read(text, PrivacyCorpusTests.Today);

        reading.Findings.ShouldBeEmpty();
        reading.Warnings.ShouldHaveSingleItem().Kind.ShouldBe(kind);
    }

    private static string Found(string text, IdentifierKind kind) => string.Join(
        '|',
        PrivacyCheck.Read(text, PrivacyCorpusTests.Today).Findings.Where(found => found.Kind == kind)
            .Select(found => text.Substring(found.Start, found.Length)));
}
