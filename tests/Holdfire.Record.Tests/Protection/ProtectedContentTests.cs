using System.Text;
using CsCheck;
using Holdfire.Record.Protection;
using Holdfire.Record.Tests.Entries;

namespace Holdfire.Record.Tests.Protection;

public sealed class ProtectedContentTests
{
    internal static ProtectedContent Secret => ProtectedContent.Of(
        Encoding.UTF8.GetBytes("""{"id":"R9","reference":"seen from the village"}"""), Made.Origin, EnteredRecord.Clerk.Id);

    [Fact]
    public void Of_TheSameContentTwice_GivesCommitmentsThatDiffer() => Assert.NotEqual(Secret.Commitment, Secret.Commitment);

    [Fact]
    public void Read_ItsFile_GivesTheSameCommitment()
    {
        var secret = Secret;
        Assert.Equal(secret.Commitment, ProtectedContent.Read(secret.ToFile(), out _)!.Commitment);
    }

    [Fact]
    public void Read_AnyByteChanged_IsRefusedOrAnotherCommitment()
    {
        var secret = Secret;
        var file = secret.ToFile();
        Gen.Select(Gen.Int[0, file.Length - 1], Gen.Byte[1, 255]).Sample((at, change) =>
        {
            var other = file.ToArray();
            other[at] ^= change;
            return ProtectedContent.Read(other, out _)?.Commitment != secret.Commitment;
        });
    }
}
