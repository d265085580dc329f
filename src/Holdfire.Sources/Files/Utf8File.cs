using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Holdfire.Sources.Files;

/// <summary>Reads input files, which must be UTF-8.</summary>
internal static class Utf8File
{
    /// <summary>The bytes, or null, with a fault, where the file is missing, cannot be read or is not UTF-8.</summary>
    public static byte[]? ReadBytes(string folder, string file, FaultList faults)
    {
        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, file));
            if (Utf8.IsValid(bytes))
            {
                return bytes;
            }

            var bad = FirstInvalid(bytes);
            faults.Add(new ByteSpots(file, bytes).At(bad), "UTF-8", FormattableString.Invariant($"the byte 0x{bytes[bad]:x2}"));
        }
        catch (FileNotFoundException)
        {
            faults.Add(new Spot(file, 1, 1), "the file", "no such file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add(new Spot(file, 1, 1), "a file that can be read", e.Message);
        }

        return null;
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

    /// <summary>The text, or null as above. A byte order mark is left out.</summary>
    public static string? ReadText(string folder, string file, FaultList faults)
    {
        var bytes = ReadBytes(folder, file, faults);
        return bytes is null ? null : Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
    }
}
