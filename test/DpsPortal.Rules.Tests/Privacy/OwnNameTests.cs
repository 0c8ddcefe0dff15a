using DpsPortal.Rules.Privacy;

namespace DpsPortal.Rules.Tests.Privacy;

/// <summary>Everybody who was invited reads a question, so that it must not tell who asks (decision 26).</summary>
public sealed class OwnNameTests
{
    [Theory]
    [InlineData("Harbour Steps Housing CIC asks whether parking is needed.", true)]
    [InlineData("harbour\u00A0steps  housing cic asks", true)]
    [InlineData("Har\u200Bbour Steps Housing asks", true)]
    [InlineData("We at Harbour-Steps Housing, can we bid?", true)]
    [InlineData("Harbour Steps asks", true)]
    [InlineData("Is the harbour near? Are there steps?", false)]
    [InlineData("Is housing benefit claimed?", false)]
    public void A_name_is_told_however_it_is_spaced_and_without_its_legal_form(string text, bool isIn) =>
        OwnName.IsIn(text, "Harbour Steps Housing CIC").ShouldBe(isIn);

    [Theory]
    [InlineData("Is there a place for a bicycle?", "Ace Ltd", false)]
    [InlineData("Ace Ltd asks", "Ace Ltd", true)]
    [InlineData("Copperleaf asks", "Copperleaf Limited", true)]
    [InlineData("Copperleaves in autumn", "Copperleaf Limited", false)]
    [InlineData("Is care at night needed?", "Care Ltd", false)]
    [InlineData("We are Care Ltd", "Care Ltd", true)]
    [InlineData("Is the house near a station?", "The House", false)]
    [InlineData("Is Quay House near a station?", "Quay House", true)]
    [InlineData("Is there support? Is it a home?", "Home Support CIC", false)]
    public void A_name_of_one_ordinary_word_counts_only_with_its_legal_form(string text, string name, bool isIn) =>
        OwnName.IsIn(text, name).ShouldBe(isIn);
}
