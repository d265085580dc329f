using CsCheck;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;
using Holdfire.Record.Verification;

namespace Holdfire.Record.Tests.Verification;

/// <summary>Whatever is done to any file of a record, verifying names the file or an entry in it.</summary>
public sealed class TamperTests
{
    private const int Mutations = 400;

    [Fact]
    public async Task Verify_AnyMutationOfAnyCanonicalFile_NamesIt()
    {
        using var sample = await EnteredRecord.Create();
        Assert.Empty(Verify(sample).Errors);
        var files = Canonical(sample);
        Assert.True(files.Length >= 9, string.Join('\n', files));
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Int[0, files.Length - 1], Gen.Int[0, 4], Gen.Int[0, int.MaxValue - 1], Gen.Byte[1, 255]).Sample(
            (file, other, kind, at, change) =>
            {
                var path = files[file];
                var before = File.ReadAllBytes(path);
                var swapped = File.ReadAllBytes(files[other]);
                var after = Mutate(before, swapped, kind, at, change);
                if (after is not null && after.AsSpan().SequenceEqual(before))
                {
                    return true;
                }

                try
                {
                    Put(path, after);
                    if (kind == 4)
                    {
                        Put(files[other], before);
                    }

                    var verified = Verify(sample);
                    return Names(sample, path, verified) || (kind == 4 && Names(sample, files[other], verified));
                }
                finally
                {
                    Put(path, before);
                    Put(files[other], files[other] == path ? before : swapped);
                }
            },
            iter: Mutations, threads: 1);
        Assert.Empty(Verify(sample).Errors);
    }

    [Fact]
    public async Task Verify_FileThatNoOneEntered_IsNamed()
    {
        using var sample = await EnteredRecord.Create();
        foreach (var stray in new[] { "tile/0/001", "tile/entries/007", "attachments/" + new string('a', 64), "disclosed/" + new string('b', 64) + ".json" })
        {
            var path = Path.Combine(sample.Folder, stray);
            File.WriteAllText(path, "stray");
            Assert.Contains(Verify(sample).Errors, f => f.Where.Contains(Path.GetFileName(stray), StringComparison.Ordinal));
            File.Delete(path);
        }
    }

    private static VerifiedRecord Verify(EnteredRecord sample) => RecordVerifier.Verify(sample.Folder, new VerifyOptions());

    // What the published checkpoint needs, and what is next to the log.
    private static string[] Canonical(EnteredRecord sample)
    {
        var log = LogReader.Open(sample.Folder).Value;
        string[] tiles =
        [
            .. from level in new[] { TileCoordinate.Entries, 0, 1 }
               from index in level == 1 ? new long[] { 0 } : [0, 1]
               select TileCoordinate.At(level, index, log.Size).Path,
        ];
        return
        [
            .. tiles.Append(LogFolder.Checkpoint).Append(LogFolder.OperatorKey).Select(f => Path.Combine(sample.Folder, f)),
            .. sample.Contents.DisclosedFiles, .. sample.Contents.AttachmentFiles,
        ];
    }

    private static byte[]? Mutate(byte[] before, byte[] swapped, int kind, int at, byte change)
    {
        var place = at % before.Length;
        switch (kind)
        {
            case 0:
                var changed = before.ToArray();
                changed[place] ^= change;
                return changed;
            case 1:
                return before[..place];
            case 2:
                return [.. before, .. before.AsSpan(place)];
            case 3:
                return null;
            default:
                return swapped;
        }
    }

    private static bool Names(EnteredRecord sample, string path, VerifiedRecord verified)
    {
        var name = Path.GetRelativePath(sample.Folder, path);
        return
            verified.Errors.Any(f => f.Where.Contains(name, StringComparison.Ordinal) || f.Where.Contains(Path.GetFileName(path), StringComparison.Ordinal) ||
                f.What.Contains(name, StringComparison.Ordinal) || (name == LogFolder.Checkpoint && f.Where.Contains("checkpoint", StringComparison.Ordinal)));
    }

    private static void Put(string path, byte[]? bytes)
    {
        if (bytes is null)
        {
            File.Delete(path);
        }
        else
        {
            File.WriteAllBytes(path, bytes);
        }
    }
}
