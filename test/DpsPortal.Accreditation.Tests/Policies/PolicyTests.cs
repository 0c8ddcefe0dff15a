using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Standards;

namespace DpsPortal.Accreditation.Policies;

public sealed class PolicyTests
{
    private static readonly DateOnly Today = new(2026, 12, 14);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void The_version_in_use_is_not_dated_in_the_future(int days, bool taken) =>
        FieldsOf(PolicyKind.Fire, Input() with { VersionOn = Today.AddDays(days) })
            .ShouldBe(taken ? [] : ["versionOn"]);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void The_next_review_comes_after_the_version_in_use(int days, bool taken) =>
        FieldsOf(PolicyKind.Fire, Input() with { ReviewOn = Input().VersionOn.AddDays(days) })
            .ShouldBe(taken ? [] : ["reviewOn"]);

    [Theory]
    [InlineData(PolicyKind.Safeguarding, -1, true)]
    [InlineData(PolicyKind.Safeguarding, 0, true)]
    [InlineData(PolicyKind.Safeguarding, 1, false)]
    [InlineData(PolicyKind.Fire, 1, true)]
    public void The_safeguarding_policy_is_read_again_within_12_months(PolicyKind kind, int days, bool taken) =>
        FieldsOf(kind, Input() with { ReviewOn = Today.AddMonths(12).AddDays(days) })
            .ShouldBe(taken ? [] : ["reviewOn"]);

    [Theory]
    [InlineData("0001-01-01", "2027-01-01", "versionOn")]
    [InlineData("2026-01-01", "9999-12-31", "reviewOn")]
    public void A_date_out_of_reach_is_refused_at_its_field(string version, string review, string field) =>
        FieldsOf(PolicyKind.Fire, Input() with
        {
            VersionOn = DateOnly.Parse(version, null),
            ReviewOn = DateOnly.Parse(review, null),
        }).ShouldBe([field]);

    [Fact]
    public void Somebody_answers_for_it() =>
        FieldsOf(PolicyKind.Fire, Input() with { Owner = "  " }).ShouldBe(["owner"]);

    [Fact]
    public void A_review_that_is_overdue_is_listed_as_it_is() =>
        FieldsOf(PolicyKind.Safeguarding, Input() with { ReviewOn = Today.AddDays(-1) }).ShouldBeEmpty();

    [Fact]
    public void A_refused_change_leaves_what_was_listed()
    {
        var policy = new Policy(Guid.NewGuid(), Guid.NewGuid(), PolicyKind.Fire, Input(), Today);

        Should.Throw<InvalidInputException>(
            () => policy.Change(Input() with { Owner = "Jo Newname", VersionOn = Today.AddDays(1) }, Today));

        (policy.Owner, policy.VersionOn).ShouldBe((Input().Owner, Input().VersionOn));
    }

    private static IReadOnlyList<string> FieldsOf(PolicyKind kind, SavePolicyDto input)
    {
        try
        {
            _ = new Policy(Guid.NewGuid(), Guid.NewGuid(), kind, input, Today);
            return [];
        }
        catch (InvalidInputException refusal)
        {
            return [.. refusal.Errors.Select(e => e.Field)];
        }
    }

    private static SavePolicyDto Input() => new()
    {
        Owner = "Odette Larkspur, manager",
        VersionOn = Today.AddMonths(-6),
        ReviewOn = Today.AddMonths(6),
        Version = 0,
    };
}
