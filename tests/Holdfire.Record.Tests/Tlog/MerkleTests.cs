using System.Collections.Immutable;
using System.Security.Cryptography;
using CsCheck;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Tests.Tlog;

public sealed class MerkleTests
{
    private static readonly ListNodes Tree = ListNodes.Of(300);

    [Fact]
    public void EmptyTree_HasTheHashOfNothing() =>
        Assert.Equal("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", MerkleHash.OfEmptyTree.ToString());

    // RFC 6962, section 2.1: the two hashes by their definition.
    [Fact]
    public void LeafAndNode_ArePrefixedApart()
    {
        var leaf = MerkleHash.OfLeaf("L123456"u8);
        Assert.Equal("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56", Convert.ToHexStringLower(leaf.ToArray()));
        Assert.Equal(
            SHA256.HashData([1, .. leaf.ToArray(), .. MerkleHash.OfEmptyTree.ToArray()]),
            MerkleHash.OfNode(leaf, MerkleHash.OfEmptyTree).ToArray());
        var large = RandomNumberGenerator.GetBytes(EntryBundle.LongestEntry);
        Assert.Equal(SHA256.HashData([0, .. large]), MerkleHash.OfLeaf(large).ToArray());
    }

    [Fact]
    public void Frontier_HasTheRootOfEverySize()
    {
        var frontier = new MerkleFrontier();
        for (var size = 0; size < Tree.Leaves.Count; size++)
        {
            Assert.Equal(Tree.Root(0, size), frontier.Root);
            Assert.Equal(Tree.Root(0, size), MerkleProof.Root(Tree, size));
            Assert.Equal(frontier.Root, new MerkleFrontier(Tree, size).Root);
            frontier.Add(Tree.Leaves[size]);
        }
    }

    [Fact]
    public void Inclusion_OfEveryLeafInEverySize_Verifies()
    {
        for (var size = 1; size <= 70; size++)
        {
            for (var index = 0; index < size; index++)
            {
                var proof = MerkleProof.Inclusion(Tree, index, size);
                Assert.True(MerkleProof.VerifyInclusion(Tree.Leaves[index], index, size, proof, Tree.Root(0, size)), $"{index} of {size}");
            }
        }
    }

    [Fact]
    public void Consistency_OfEveryPairOfSizes_Verifies()
    {
        for (var size = 0; size <= 70; size++)
        {
            for (var old = 0; old <= size; old++)
            {
                var proof = MerkleProof.Consistency(Tree, old, size);
                Assert.True(MerkleProof.VerifyConsistency(old, Tree.Root(0, old), size, Tree.Root(0, size), proof), $"{old} to {size}");
            }
        }
    }

    [Fact]
    public void Inclusion_WithAnythingChanged_IsRefused() =>
        Gen.Select(Gen.Int[1, 300], Gen.Int[0, 299], Gen.Int[0, 5], Gen.Int[0, 1000]).Sample((size, index, change, which) =>
        {
            index %= size;
            var proof = MerkleProof.Inclusion(Tree, index, size);
            var (leaf, root) = (Tree.Leaves[index], Tree.Root(0, size));
            var refused = change switch
            {
                0 => !MerkleProof.VerifyInclusion(Changed(leaf), index, size, proof, root),
                1 => !MerkleProof.VerifyInclusion(leaf, index, size, proof, Changed(root)),
                2 => size == 1 || !MerkleProof.VerifyInclusion(leaf, (index + 1 + (which % (size - 1))) % size, size, proof, root),
                3 => proof.IsEmpty || !MerkleProof.VerifyInclusion(leaf, index, size, WithOneChanged(proof, which), root),
                4 => proof.IsEmpty || !MerkleProof.VerifyInclusion(leaf, index, size, proof.RemoveAt(which % proof.Length), root),
                _ => !MerkleProof.VerifyInclusion(leaf, index, size, proof.Insert(which % (proof.Length + 1), leaf), root),
            };
            return refused;
        });

    [Fact]
    public void Consistency_WithAnythingChanged_IsRefused() =>
        Gen.Select(Gen.Int[2, 300], Gen.Int[1, 299], Gen.Int[0, 4], Gen.Int[0, 1000]).Sample((size, old, change, which) =>
        {
            old = 1 + (old % (size - 1));
            var proof = MerkleProof.Consistency(Tree, old, size);
            var (oldRoot, newRoot) = (Tree.Root(0, old), Tree.Root(0, size));
            return change switch
            {
                0 => !MerkleProof.VerifyConsistency(old, Changed(oldRoot), size, newRoot, proof),
                1 => !MerkleProof.VerifyConsistency(old, oldRoot, size, Changed(newRoot), proof),
                2 => !MerkleProof.VerifyConsistency(old, oldRoot, size, newRoot, WithOneChanged(proof, which)),
                3 => !MerkleProof.VerifyConsistency(old, oldRoot, size, newRoot, proof.RemoveAt(which % proof.Length)),
                _ => !MerkleProof.VerifyConsistency(old, oldRoot, size, newRoot, proof.Insert(which % (proof.Length + 1), oldRoot)),
            };
        });

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    public void Inclusion_OutsideTheTree_IsRefused(long index, long size) =>
        Assert.False(MerkleProof.VerifyInclusion(Tree.Leaves[0], index, size, [], Tree.Leaves[0]));

    [Fact]
    public void Consistency_OfAShrunkTree_IsRefused() =>
        Assert.False(MerkleProof.VerifyConsistency(5, Tree.Root(0, 5), 4, Tree.Root(0, 4), ImmutableArray<MerkleHash>.Empty));

    private static ImmutableArray<MerkleHash> WithOneChanged(ImmutableArray<MerkleHash> proof, int which) =>
        proof.SetItem(which % proof.Length, Changed(proof[which % proof.Length]));

    private static MerkleHash Changed(MerkleHash hash)
    {
        var bytes = hash.ToArray();
        bytes[7] ^= 0x10;
        return new MerkleHash(bytes);
    }
}
