using DpsPortal.Accreditation.Applications;
using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Accreditation.Tests.Applications;

public sealed class LotConcernsTests
{
    private readonly Schemes.Scheme _scheme = An.Scheme();

    [Fact]
    public void A_lot_within_the_registration_and_with_a_home_of_its_kind_raises_nothing() =>
        Of(0, An.Answers(_scheme)).ShouldBeEmpty();

    [Fact]
    public void A_lot_without_any_home_of_its_kind_is_told() =>
        Of(1, An.Answers(_scheme)).ShouldBe([LotConcern.NoHomeOfItsKind]);

    [Fact]
    public void Nothing_is_said_of_homes_before_any_is_chosen() =>
        Of(1, An.Answers(_scheme) with { Premises = null }).ShouldBeEmpty();

    [Theory]
    [InlineData(0, true)]
    [InlineData(2, false)]
    public void A_category_that_the_registration_lacks_matters_only_where_children_are_taken(int lot, bool told)
    {
        var answers = An.Answers(_scheme);
        answers = answers with { Ofsted = answers.Ofsted! with { Categories = [OfstedCategory.PrivateResidence] } };

        Of(lot, answers).Contains(LotConcern.OutsideRegistration).ShouldBe(told);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(2, false)]
    public void A_provider_without_registration_is_told_at_lots_that_take_children(int lot, bool told)
    {
        var answers = An.Answers(_scheme);
        answers = answers with { Ofsted = answers.Ofsted! with { Registered = false, Categories = [] } };

        Of(lot, answers).Contains(LotConcern.NotRegistered).ShouldBe(told);
    }

    private IReadOnlyList<LotConcern> Of(int lot, QuestionnaireDto answers) =>
        LotConcerns.Of(_scheme.Lots[lot], answers, An.Context(_scheme).Premises);
}
