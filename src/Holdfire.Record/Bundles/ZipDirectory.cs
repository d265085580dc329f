using System.Buffers.Binary;
using System.Text;

namespace Holdfire.Record.Bundles;

/// <summary>Reads the directory of a zip file (APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16), of one strict form.</summary>
/// <remarks>
/// The base library reads whatever it can make sense of: files that overlap, that stand twice, that have another name in front of
/// them than in the directory. What two programs could read differently is refused here.
/// </remarks>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int CentralLength = 46;
    private const int LocalLength = 30;

    // Bits 1 and 2 say how hard the packer tried, bit 11 that names are UTF-8.
    private const int AllowedFlags = 0x0806;

    /// <summary>The files in their order; each begins where the one before it ends.</summary>
    /// <exception cref="RecordException">The directory is not of the form.</exception>
    public static List<ZipMember> Read(ReadOnlySpan<byte> zip)
    {
        var end = zip.Length - EndLength;
        if (end < 0 || Long(zip, end) != 0x06054b50)
        {
            throw Refused("zip", "a zip file without a comment; it is another file, or cut short", "");
        }

        var (count, size, start) = (Short(zip, end + 10), Long(zip, end + 12), Long(zip, end + 16));
        if (Short(zip, end + 4) != 0 || Short(zip, end + 6) != 0 || Short(zip, end + 8) != count || Short(zip, end + 20) != 0
            || (long)start + size != end)
        {
            throw Refused("zip", "one part with its directory at the end, without Zip64", "");
        }

        if (count > BundleZip.MostFiles)
        {
            throw Refused("zip", $"at most {BundleZip.MostFiles} files", $"{count}");
        }

        return Members(zip[..end], count, (int)start);
    }

    private static List<ZipMember> Members(ReadOnlySpan<byte> zip, int count, int start)
    {
        var members = new List<ZipMember>(count);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var (at, next) = (start, 0);
        for (var i = 0; i < count; i++)
        {
            if (at + CentralLength > zip.Length || Long(zip, at) != 0x02014b50 || at + CentralLength + Short(zip, at + 28) > zip.Length)
            {
                throw Refused("zip", "", "its directory is damaged");
            }

            var central = zip.Slice(at, CentralLength + Short(zip, at + 28));
            var member = Member(zip[..start], central, next);
            if (!names.Add(member.Name))
            {
                throw Refused(member.Name, "each file once", "it twice");
            }

            members.Add(member);
            (at, next) = (at + central.Length, member.From + member.Packed);
        }

        return at == zip.Length && next == start
            ? members
            : throw Refused("zip", "nothing between the files and the directory", "other bytes");
    }

    private static ZipMember Member(ReadOnlySpan<byte> files, ReadOnlySpan<byte> central, int next)
    {
        var name = Name(central[CentralLength..]);
        CheckForm(name, central);
        if (Long(central, 42) != next)
        {
            throw Refused(name, "the files one after the other without gap or overlap", "");
        }

        var from = next + LocalLength + central.Length - CentralLength;
        if (from > files.Length || Long(files, next) != 0x04034b50)
        {
            throw Refused(name, "", "the zip file is damaged before it");
        }

        // Flags, method, time, sizes and the length of the name stand at the same distance from each other in both.
        var local = files[next..from];
        if (!local[6..28].SequenceEqual(central[8..30]) || Short(local, 28) != 0
            || !local[LocalLength..].SequenceEqual(central[CentralLength..]))
        {
            throw Refused(name, "the same before the file as in the directory of the zip file", "");
        }

        var (packed, size) = (Long(central, 20), Long(central, 24));
        if (packed > files.Length - from)
        {
            throw Refused(name, "", "the zip file is cut short");
        }

        return size <= BundleZip.LargestFile
            ? new ZipMember(name, Short(central, 10) == 8, (int)packed, (int)size, from, Long(central, 16))
            : throw new RecordException(BundleZip.TooLarge(name));
    }

    private static void CheckForm(string name, ReadOnlySpan<byte> central)
    {
        var error = Short(central, 30) != 0 || Short(central, 32) != 0 || Short(central, 34) != 0 ? RecordError.Of("no extra field and no comment", "")
            : (Short(central, 8) & ~AllowedFlags) != 0 ? RecordError.Of("a file that is not encrypted, with its sizes before it", "")
            : Short(central, 10) is not (0 or 8) ? RecordError.Of("a file that is stored or deflated", "")
            // The upper bits of the attributes are the file's mode where the packer ran on Unix.
            : Long(central, 38) >> 28 is not (0 or 8) ? RecordError.Of("a plain file", "a link, a folder or a device")
            : null;
        if (error is not null)
        {
            throw new RecordException(error.At(name));
        }
    }

    private static string Name(ReadOnlySpan<byte> bytes)
    {
        var name = bytes.ContainsAnyExceptInRange((byte)0x21, (byte)0x7e)
            ? "0x" + Convert.ToHexStringLower(bytes)
            : Encoding.ASCII.GetString(bytes);
        return BundleFiles.IsName(name)
            ? name
            : throw Refused(name.Length > 100 ? name[..100] : name, "one of the names that a bundle may hold", "another");
    }

    private static RecordException Refused(string where, string expected, string found) => new(RecordError.Invalid(where, expected, found));

    private static int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
