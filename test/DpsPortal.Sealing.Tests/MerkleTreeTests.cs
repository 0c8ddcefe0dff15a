using System.Security.Cryptography;

namespace DpsPortal.Sealing.Tests;

public sealed class MerkleTreeTests
{
    /// <summary>Of RFC 6962: a leaf is hashed behind 0, two children behind 1, and nothing at all as nothing.</summary>
    [Fact]
    public void Leaves_and_nodes_are_hashed_apart_as_the_standard_says()
    {
        var (a, b, c) = (MerkleTree.Leaf("a"), MerkleTree.Leaf("b"), MerkleTree.Leaf("c"));

        a.ShouldBe(Sha256([0, (byte)'a']));
        MerkleTree.Root([]).ShouldBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        MerkleTree.Root([a]).ShouldBe(a);
        MerkleTree.Root([a, b, c]).ShouldBe(Node(Node(a, b), c));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(33)]
    public void Every_leaf_leads_to_the_root_by_its_own_path_and_no_other(int size)
    {
        string[] leaves = [.. Enumerable.Range(0, size).Select(i => MerkleTree.Leaf($"receipt {i}"))];
        var root = MerkleTree.Root(leaves);

        for (var i = 0; i < size; i++)
        {
            var path = MerkleTree.Path(leaves, i);
            MerkleTree.RootFrom(leaves[i], i, size, path).ShouldBe(root);
            MerkleTree.RootFrom(MerkleTree.Leaf("another"), i, size, path).ShouldNotBe(root);
            MerkleTree.RootFrom(leaves[i], i, size, [.. path, root]).ShouldNotBe(root);
            MerkleTree.RootFrom(leaves[i], i, size, [.. path.Skip(1)]).ShouldNotBe(size == 1 ? null : root);
            MerkleTree.RootFrom(leaves[i], size, size, path).ShouldBeNull();
            MerkleTree.RootFrom(leaves[i], -1, size, path).ShouldBeNull();
        }
    }

    [Fact]
    public void One_receipt_more_less_or_other_makes_another_root()
    {
        string[] leaves = [.. Enumerable.Range(0, 9).Select(i => MerkleTree.Leaf($"receipt {i}"))];
        var root = MerkleTree.Root(leaves);

        MerkleTree.Root([.. leaves, MerkleTree.Leaf("late")]).ShouldNotBe(root);
        for (var i = 0; i < leaves.Length; i++)
        {
            MerkleTree.Root([.. leaves[..i], .. leaves[(i + 1)..]]).ShouldNotBe(root);
            MerkleTree.Root([.. leaves[..i], MerkleTree.Leaf("other"), .. leaves[(i + 1)..]]).ShouldNotBe(root);
        }
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Node(string left, string right) =>
        Sha256([1, .. Convert.FromHexString(left), .. Convert.FromHexString(right)]);
}
