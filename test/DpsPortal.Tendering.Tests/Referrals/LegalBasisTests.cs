using DpsPortal.Tendering.Referrals;

namespace DpsPortal.Tendering.Tests.Referrals;

public sealed class LegalBasisTests
{
    [Theory]
    [InlineData(LegalBasis.Section20, true)]
    [InlineData(LegalBasis.Section31, true)]
    [InlineData(LegalBasis.Section38, true)]
    [InlineData(LegalBasis.Remand, true)]
    [InlineData(LegalBasis.RelevantChild, true)]
    [InlineData(LegalBasis.HomelessSection20, true)]
    [InlineData(LegalBasis.FormerRelevantChild, false)]
    [InlineData(LegalBasis.None, false)]
    public void A_legal_basis_is_of_children_or_of_adults(LegalBasis basis, bool ofChildren)
    {
        NeedsRules.Fits(basis, AgeBand.From16To17).ShouldBe(ofChildren);
        NeedsRules.Fits(basis, AgeBand.From18To20).ShouldBe(!ofChildren);
        NeedsRules.Fits(basis, AgeBand.From21To25).ShouldBe(!ofChildren);
    }
}
