using System.Globalization;
using System.Text;
using CsCheck;

namespace Holdfire.CaseFormat.Tests.Imports;

/// <summary>A change at random in a file: some bytes taken away or put in, often those that mean something to a reader or that nobody sees.</summary>
internal sealed record FileChange(double Where, byte[] Bytes, int How)
{
    /// <summary>How many files are tried: few, or as many as <c>CsCheck_Iter</c> says.</summary>
    public static long Iterations { get; } = long.TryParse(Environment.GetEnvironmentVariable("CsCheck_Iter"), CultureInfo.InvariantCulture, out var said) ? said : 40;

    private static readonly byte[][] Telling =
    [
        .. "\",;|{}[]:#@?=\r\n0195T-/ZUA \0"u8.ToArray().Select(b => new[] { b }), [0xFF], [0xD0], [0xC3], [0xEF],
        .. new[] { "\u001d", "\u0085", "\u009f", "\u00a0", "\u00ad", "\u200b", "\u200d", "\u202e", "\u2028", "\ufeff", "\u115f", "e\u0301", "\ufffe", "\ufffd", "\\ud800", "\\u0000", "\U0001f600", "''", "\r\n" }
            .Select(Encoding.UTF8.GetBytes),
    ];

    /// <summary>A few changes to one of so many files.</summary>
    public static Gen<(int Which, FileChange[] Changes)> Some(int files) =>
        Gen.Select(Gen.Int[0, files - 1], Gen.Select(
            Gen.Double[0, 0.999], Gen.OneOf(Gen.Byte.Select(b => new[] { b }), Gen.Int[0, Telling.Length - 1].Select(i => Telling[i])), Gen.Int[0, 3],
            (where, bytes, how) => new FileChange(where, bytes, how)).Array[1, 8]);

    /// <summary>A file with these changes, one after the other.</summary>
    public static byte[] Apply(byte[] file, IEnumerable<FileChange> changes) => changes.Aggregate(file, (f, c) => c.Apply(f));

    public override string ToString() => FormattableString.Invariant($"{Where}:{Convert.ToHexStringLower(Bytes)}:{How}");

    private byte[] Apply(byte[] file)
    {
        var at = (int)(Where * file.Length);
        var next = Math.Min(at + 1, file.Length);
        return How switch
        {
            0 => [.. file[..at], .. Bytes, .. file[next..]],
            1 => [.. file[..at], .. Bytes, .. file[at..]],
            2 => [.. file[..at], .. file[next..]],
            _ => [.. file[..at], .. file[Math.Min(at + Bytes[0], file.Length)..]],
        };
    }
}
