using System.Text;
using CsCheck;

namespace Holdfire.CaseFormat.Tests.Files;

public sealed class CaseFuzzTests
{
    private static readonly string[] Names = [.. SmallCase.Good.Keys];

    [Fact]
    public void Load_BytesChangedAtRandom_GivesACaseOrErrorsAndNeverThrows()
    {
        var change = Gen.Select(Gen.Double[0, 0.999], Gen.Byte, Gen.Int[0, 2]);
        using var small = new SmallCase();
        Gen.Select(Gen.Int[0, Names.Length - 1], change.Array[1, 6]).Sample(
            (file, changes) =>
            {
                var path = Path.Combine(small.Folder, Names[file]);
                var good = Encoding.UTF8.GetBytes(SmallCase.Good[Names[file]]);
                File.WriteAllBytes(path, changes.Aggregate(good, Apply));
                try
                {
                    var load = CaseFolder.Load(small.Folder);
                    return load.Case is null != load.Errors.IsEmpty && load.Errors.All(f => f.Line > 0 && f.Column > 0);
                }
                finally
                {
                    File.WriteAllBytes(path, good);
                }
            },
            iter: 300, threads: 1);
    }

    private static byte[] Apply(byte[] bytes, (double Where, byte Value, int How) change)
    {
        var at = (int)(change.Where * bytes.Length);
        return change.How switch
        {
            0 => [.. bytes[..at], change.Value, .. bytes[Math.Min(at + 1, bytes.Length)..]],
            1 => [.. bytes[..at], change.Value, .. bytes[at..]],
            _ => [.. bytes[..at], .. bytes[Math.Min(at + 1, bytes.Length)..]],
        };
    }
}
