using DpsPortal.Accreditation.Applications;

namespace DpsPortal.Accreditation.Versions;

public sealed class CanonicalJsonTests
{
    [Fact]
    public void The_same_content_in_another_order_has_the_same_text_and_hash()
    {
        var one = CanonicalJson.Of(new Dictionary<string, object?>
        {
            ["b"] = 1,
            ["a"] = new Dictionary<string, object> { ["d"] = "é", ["c"] = 2 },
            ["n"] = null,
        });
        var other = CanonicalJson.Of(new Dictionary<string, object?>
        {
            ["a"] = new Dictionary<string, object> { ["c"] = 2, ["d"] = "é" },
            ["b"] = 1,
        });

        one.ShouldBe("""{"a":{"c":2,"d":"é"},"b":1}""");
        other.ShouldBe(one);
    }

    /// <summary>The published vector of SHA-256 for "abc": FIPS 180-4.</summary>
    [Fact]
    public void The_hash_is_sha_256_in_lower_case() => CanonicalJson.HashOf("abc")
        .ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    [Fact]
    public void One_changed_answer_changes_the_hash()
    {
        var before = new QuestionnaireDto { Declaration = Declaration("Director") };
        var after = new QuestionnaireDto { Declaration = Declaration("Secretary") };

        CanonicalJson.HashOf(CanonicalJson.Of(before)).ShouldNotBe(CanonicalJson.HashOf(CanonicalJson.Of(after)));
    }

    [Fact]
    public void Leaves_are_named_by_their_path() => CanonicalJson.LeavesOf("""{"a":[{"b":1},{"b":"x"}],"c":true}""")
        .ShouldBe(new Dictionary<string, string> { ["a[0].b"] = "1", ["a[1].b"] = "x", ["c"] = "true" });

    private static DeclarationSectionDto Declaration(string role) => new()
    {
        AnswersAreTrue = true,
        NoCollusion = true,
        AcceptsTerms = true,
        SignatoryName = "Leila Marsh",
        SignatoryRole = role,
    };
}
