namespace DpsPortal.Rules.Tests.Privacy;

public class MutationTests
{
    [Fact]
    public void None_of_three_thousand_disguised_identifiers_is_missed()
    {
        Mutations.All.Count.ShouldBe(3_000);

        Mutations.All.Where(Mutations.IsMissed).Take(10).ShouldBeEmpty();
    }
}
