using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Holdfire.CaseFormat;

/// <summary>Reads input files, which must be UTF-8.</summary>
internal static class Utf8File
{
    /// <summary>The most bytes of a file that is read as one text.</summary>
    public const int LongestText = 64 << 20;

    private const int Piece = 1 << 20;

    /// <summary>The bytes, or null, with an error, where the file is missing, cannot be read or is not UTF-8.</summary>
    public static byte[]? ReadBytes(string folder, string file, ErrorList errors)
    {
        var bytes = Read(folder, file, errors, path => File.ReadAllBytes(path));
        return bytes is null || Check(bytes, file, errors) ? bytes : null;
    }

    /// <summary>The file from its start, found to be UTF-8, or null as above. Takes little space, however large it is.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="file">The file's name in it.</param>
    /// <param name="errors">Where errors go.</param>
    /// <param name="lines">How many lines end in it.</param>
    public static FileStream? Open(string folder, string file, ErrorList errors, out int lines)
    {
        var ends = 0;
        var stream = Read(folder, file, errors, path =>
        {
            var opened = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
            if (IsValid(opened, out ends))
            {
                opened.Position = 0;
                return opened;
            }

            opened.Dispose();
            return null;
        });
        if (stream is null)
        {
            ReadBytes(folder, file, errors);
        }

        lines = ends;
        return stream;
    }

    /// <summary>The text, or null as above. A byte order mark is left out.</summary>
    public static string? ReadText(string folder, string file, ErrorList errors)
    {
        var bytes = Read(folder, file, errors, path => ReadShort(path, file, errors));
        return bytes is null || !Check(bytes, file, errors) ? null : Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
    }

    private static byte[]? ReadShort(string path, string file, ErrorList errors)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0);
        using var text = new MemoryStream();
        var buffer = new byte[Piece];
        while (stream.Read(buffer) is > 0 and var read)
        {
            text.Write(buffer, 0, read);
            if (text.Length > LongestText)
            {
                errors.Add(new Spot(file, 1, 1), FormattableString.Invariant($"at most {LongestText >> 20} MiB"), "a longer file");
                return null;
            }
        }

        return text.ToArray();
    }

    private static T? Read<T>(string folder, string file, ErrorList errors, Func<string, T?> read)
        where T : class
    {
        try
        {
            return read(Path.Combine(folder, file));
        }
        catch (FileNotFoundException)
        {
            errors.Add(new Spot(file, 1, 1), "the file", "no such file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.Add(new Spot(file, 1, 1), "a file that can be read", e.Message);
        }

        return null;
    }

    private static bool Check(byte[] bytes, string file, ErrorList errors)
    {
        if (Utf8.IsValid(bytes))
        {
            return true;
        }

        var bad = FirstInvalid(bytes);
        errors.Add(new ByteSpots(file, bytes).At(bad), file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? "UTF-8 (save it as \"CSV UTF-8\")" : "UTF-8", FormattableString.Invariant($"the byte 0x{bytes[bad]:x2}"));
        return false;
    }

    private static bool IsValid(FileStream stream, out int lines)
    {
        lines = 0;
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        var kept = 0;
        try
        {
            while (stream.Read(buffer, kept, Piece - kept) is > 0 and var read)
            {
                var filled = kept + read;
                lines += buffer.AsSpan(kept, read).Count((byte)'\n');
                var whole = filled - Cut(buffer.AsSpan(0, filled));
                if (!Utf8.IsValid(buffer.AsSpan(0, whole)))
                {
                    return false;
                }

                kept = filled - whole;
                buffer.AsSpan(whole, kept).CopyTo(buffer);
            }

            return kept == 0;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // How many bytes at the end may be the start of a character that the next piece goes on with.
    private static int Cut(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var last = bytes[^back];
            if (last >= 0xC0)
            {
                return Rune.DecodeFromUtf8(bytes[^back..], out _, out _) == OperationStatus.NeedMoreData ? back : 0;
            }

            if (last < 0x80)
            {
                break;
            }
        }

        return 0;
    }

    private static int FirstInvalid(byte[] bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes.AsSpan(at), out _, out var used) == OperationStatus.Done)
        {
            at += used;
        }

        return at;
    }
}
