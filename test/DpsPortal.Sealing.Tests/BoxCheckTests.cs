using System.Text;
using DpsPortal.Verifier;

namespace DpsPortal.Sealing.Tests;

/// <summary>What a bidder, a rival or a court can find out without the portal.</summary>
public sealed class BoxCheckTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void Whoever_holds_an_honest_receipt_finds_it_in_the_box(int size)
    {
        using var sample = new Sample(size);

        for (var i = 0; i < size; i++)
        {
            var file = sample.FileOf(i);
            var box = sample.BoxFile(sample.Leaves[0]);
            sample.Check.Check(file, sample.Bids[i]).ShouldAllBe(f => f.Holds);
            sample.Check.Check(box).ShouldAllBe(f => f.Holds);
            BoxCheck.Check(file, [box]).ShouldAllBe(f => f.Holds);
        }
    }

    [Fact]
    public void Of_a_flipped_bit_anywhere_in_what_was_signed_none_goes_unseen()
    {
        using var sample = new Sample(5);
        var file = sample.FileOf(2);

        foreach (var changed in Flipped(file.Receipt))
        {
            sample.Check.Check(file with { Receipt = changed }, sample.Bids[2]).ShouldContain(f => !f.Holds);
        }

        foreach (var changed in Flipped(sample.Box))
        {
            sample.Check.Check(sample.BoxFile() with { Box = changed }).ShouldContain(f => !f.Holds);
        }

        foreach (var changed in Flipped(sample.BoxFile(sample.Leaves[1]).Opening!))
        {
            sample.Check.Check(sample.BoxFile() with { Opening = changed }).ShouldContain(f => !f.Holds);
        }
    }

    [Fact]
    public void A_flipped_bit_of_the_bid_of_its_salt_or_of_the_proof_is_seen()
    {
        using var sample = new Sample(5);
        var file = sample.FileOf(0);
        var proof = file.Proof!;

        var bid = sample.Bids[0];

        for (var i = 0; i < bid.Content.Length; i++)
        {
            sample.Check.Check(file, bid with { Content = Flip(bid.Content, i) }).ShouldContain(f => !f.Holds);
        }

        for (var i = 0; i < bid.Salt.Length; i++)
        {
            sample.Check.Check(file, bid with { Salt = Flip(bid.Salt, i) }).ShouldContain(f => !f.Holds);
        }

        for (var step = 0; step < proof.Path.Count; step++)
        {
            for (var i = 0; i < proof.Path[step].Length; i++)
            {
                string[] path = [.. proof.Path];
                path[step] = Flip(path[step], i);
                sample.Check.Check(file with { Proof = proof with { Path = path } }, null).ShouldContain(f => !f.Holds);
            }
        }

        sample.Check.Check(file with { Proof = proof with { Index = (proof.Index + 1) % 5 } }, null)
            .ShouldContain(f => !f.Holds);
    }

    [Fact]
    public void A_receipt_added_taken_or_listed_twice_is_seen()
    {
        using var sample = new Sample(5);
        var box = sample.BoxFile();
        string[] leaves = [.. box.Leaves!];

        foreach (var listed in new string[][]
        {
            [.. leaves.Append(MerkleTree.Leaf("late")).Order(StringComparer.Ordinal)],
            leaves[1..],
            [.. leaves[..4], leaves[3]],
            [.. leaves.Reverse()],
        })
        {
            sample.Check.Check(box with { Leaves = listed }).ShouldContain(f => !f.Holds);
        }
    }

    [Fact]
    public void A_box_that_is_not_opened_yet_shows_its_root_and_not_how_many_bid()
    {
        using var sample = new Sample(3);
        var closed = sample.BoxFile() with { Leaves = null, Opening = null };

        sample.Check.Check(closed).ShouldAllBe(f => f.Holds);
        BoxCheck.Check(sample.FileOf(0), [closed]).ShouldAllBe(f => f.Holds);
        sample.Check.Check(sample.BoxFile() with { Opening = null }).ShouldContain(f => !f.Holds);
        sample.Check.Check(sample.BoxFile() with { Leaves = null }).ShouldContain(f => !f.Holds);
    }

    [Fact]
    public void What_was_opened_without_having_been_in_the_box_is_seen()
    {
        using var sample = new Sample(3);

        sample.Check.Check(sample.BoxFile(MerkleTree.Leaf("late"))).ShouldContain(f => !f.Holds);
        sample.Check.Check(sample.BoxFile(sample.Leaves[0], sample.Leaves[0])).ShouldContain(f => !f.Holds);
    }

    [Fact]
    public void An_opening_of_another_box_or_before_the_deadline_is_seen()
    {
        using var sample = new Sample(3);
        var honest = SealingJson.Read<Opening>(sample.BoxFile(sample.Leaves[0]).Opening!.Text);

        foreach (var opening in new[]
        {
            honest with { CallOffId = Guid.NewGuid() },
            honest with { Root = MerkleTree.Root([]) },
            honest with { OpenedAt = honest.OpenedAt.AddMinutes(-5) },
        })
        {
            sample.Check.Check(sample.BoxFile() with { Opening = sample.Sign(opening) }).ShouldContain(f => !f.Holds);
        }
    }

    [Fact]
    public void A_list_in_which_two_receipts_became_the_node_above_them_is_seen()
    {
        using var sample = new Sample(4);
        string[] leaves = [.. sample.Leaves];
        var nodes = new[] { MerkleTree.Root(leaves[..2]), MerkleTree.Root(leaves[2..]) };
        MerkleTree.Root(nodes).ShouldBe(MerkleTree.Root(leaves), "it leads to the same root");

        sample.Check.Check(sample.BoxFile() with { Leaves = [.. nodes.Order(StringComparer.Ordinal)] })
            .ShouldContain(f => !f.Holds);
    }

    [Fact]
    public void A_receipt_beside_the_box_of_another_call_off_is_seen()
    {
        using var sample = new Sample(2);
        var receipt = SealingJson.Read<Receipt>(sample.Receipts[0].Text);
        var other = sample.FileOf(0) with
        {
            Receipt = sample.Sign(receipt with { CallOffId = Guid.NewGuid() }),
            Proof = null,
        };

        BoxCheck.Check(other, [sample.BoxFile() with { Leaves = null, Opening = null }]).ShouldContain(f => !f.Holds);
    }

    [Fact]
    public void Two_bidders_who_were_told_different_roots_find_out()
    {
        using var sample = new Sample(3);
        using var other = new Sample(3);
        var file = sample.FileOf(0);

        BoxCheck.Check(file with { Proof = other.FileOf(0).Proof }, [sample.BoxFile()]).ShouldContain(f => !f.Holds);
        BoxCheck.Check(other.FileOf(0), [sample.BoxFile()]).ShouldContain(f => !f.Holds);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void A_receipt_of_the_deadline_or_after_it_is_called_late(int milliseconds, bool holds)
    {
        using var sample = new Sample(1);
        var receipt = SealingJson.Read<Receipt>(sample.Receipts[0].Text);
        var late = sample.Sign(receipt with { ReceivedAt = receipt.ClosesAt.AddMilliseconds(milliseconds) });

        var findings = sample.Check.Check(sample.FileOf(0) with { Receipt = late, Proof = null }, null);

        findings.All(f => f.Holds).ShouldBe(holds);
    }

    [Fact]
    public void Nobody_elses_key_counts()
    {
        using var sample = new Sample(2);
        using var other = new Sample(2);

        other.Check.Check(sample.FileOf(0), sample.Bids[0]).ShouldContain(f => !f.Holds);
        other.Check.Check(sample.BoxFile()).ShouldContain(f => !f.Holds);
    }

    [Fact]
    public void A_key_comes_back_from_its_file_as_the_same_key()
    {
        using var key = SigningKey.Create();
        using var again = SigningKey.FromPem(key.ToPem());

        again.Public.ShouldBe(key.Public);
        key.Public.Verifies(again.Sign("text")).ShouldBeTrue();
    }

    [Fact]
    public void An_opening_that_another_key_than_the_Openers_signed_is_seen()
    {
        using var sample = new Sample(3);
        using var opener = SigningKey.Create();
        var box = sample.BoxFile(sample.Leaves[0]);
        var signed = box with { Opening = opener.Sign(box.Opening!.Text) };
        var check = new BoxCheck(sample.Keys.Keys, [opener.Public]);

        check.Check(signed).ShouldAllBe(f => f.Holds);
        check.Check(box).ShouldContain(f => !f.Holds);
    }

    [Fact]
    public void The_program_says_ok_for_what_holds_and_fails_for_what_does_not()
    {
        using var sample = new Sample(4);
        (string, string)[] files =
        [
            ("keys.json", SealingJson.WriteFile(sample.Keys)),
            ("receipt.json", SealingJson.WriteFile(sample.FileOf(1))),
            ("bid.json", SealingJson.WriteFile(sample.Bids[1])),
            ("box.json", SealingJson.WriteFile(sample.BoxFile(sample.Leaves[0]))),
        ];

        var honest = Run(files);
        var other = Run([.. files[..2], ("bid.json", SealingJson.WriteFile(sample.Bids[2]))]);
        var damaged = Run([files[0], ("receipt.json", files[1].Item2.Replace("\"proof\"", "\"proov\"", StringComparison.Ordinal))]);
        var keyless = Run(files[1..]);

        honest.Code.ShouldBe(0, honest.Text);
        honest.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(13);
        var cut = Run([.. files[..2], ("bid.json", SealingJson.WriteFile(sample.Bids[1])[..^1])]);
        (other.Code, damaged.Code, keyless.Code, cut.Code).ShouldBe((1, 1, 2, 1));
        other.Text.ShouldContain("FAIL  The bid file is what the receipt is for");
    }

    /// <summary>The check in the browser is tested with the same files, by box-check.spec.ts.</summary>
    [Fact]
    public void The_files_that_the_check_in_the_browser_is_tested_with_hold_here_as_well()
    {
        var vectors = SealingJson.Read<Dictionary<string, string>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "box-check.vectors.json")));

        var (code, text) = Run([.. vectors.Select(v => (v.Key, v.Value))]);

        code.ShouldBe(0, text);
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(13);
    }

    [Theory]
    [InlineData("DpsPortal.Sealing")]
    [InlineData("DpsPortal.Verifier")]
    public void The_verifier_needs_nothing_but_the_runtime(string project) =>
        (project == "DpsPortal.Sealing" ? typeof(BoxCheck) : typeof(Checker)).Assembly.GetReferencedAssemblies()
            .Select(a => a.Name!).ShouldAllBe(name =>
                name.StartsWith("System.", StringComparison.Ordinal) || name == "DpsPortal.Sealing");

    private static (int Code, string Text) Run(IReadOnlyList<(string, string)> files)
    {
        using var output = new StringWriter();
        return (Checker.Run(files, output), output.ToString());
    }

    /// <summary>Each character of the text and of the signature in turn.</summary>
    private static IEnumerable<SignedText> Flipped(SignedText signed) =>
    [
        .. Enumerable.Range(0, signed.Text.Length).Select(i => signed with { Text = Flip(signed.Text, i) }),
        .. Enumerable.Range(0, 86).Select(i => signed with { Signature = Flip(signed.Signature, i) }),
        signed with { KeyId = Flip(signed.KeyId, 0) },
    ];

    private static string Flip(string text, int index)
    {
        var characters = new StringBuilder(text);
        characters[index] = (char)(characters[index] ^ 1);
        return characters.ToString();
    }
}
