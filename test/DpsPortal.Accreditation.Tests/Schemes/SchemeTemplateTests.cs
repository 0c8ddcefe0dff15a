namespace DpsPortal.Accreditation.Schemes;

public sealed class SchemeTemplateTests
{
    public static TheoryData<string, Regime> Pairs => new(
        from template in SchemeTemplates.All
        from regime in new[] { Regime.Pa23DynamicMarket, Regime.Pa23OpenFramework }
        select (template.Key, regime));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_template_becomes_a_draft_that_lacks_nothing(string key, Regime regime)
    {
        var template = SchemeTemplates.All.Single(t => t.Key == key);

        var scheme = An.DraftScheme(An.Terms(regime) with { Lots = template.Lots });

        SchemeGaps.Of(scheme).ShouldBeEmpty();
        scheme.Lots.Select(l => l.Name).ShouldBe(template.Lots.Select(l => l.Name));
    }

    [Fact]
    public void There_is_a_template_for_each_of_the_four_real_structures()
    {
        SchemeTemplates.All.Select(t => (t.Key, t.Lots.Count)).ShouldBe(
        [
            ("ofsted-categories", 4), ("six-groups", 6), ("floating-support", 3), ("separated-children", 3),
        ]);
        SchemeTemplates.All.ShouldAllBe(t => t.Lots.Select(l => l.Name).Distinct().Count() == t.Lots.Count);
    }

    [Fact]
    public void No_lot_of_a_template_makes_accreditation_more_than_every_law_allows() =>
        SchemeTemplates.All.SelectMany(t => t.Lots)
            .ShouldAllBe(l => l.AccreditationUse == AccreditationUse.InformationOnly);
}
