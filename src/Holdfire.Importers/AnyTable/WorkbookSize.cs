using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Holdfire.Importers;

/// <summary>Refuses a workbook that is small as a file and large inside, before a library makes cells of it.</summary>
internal static class WorkbookSize
{
    private const long MostBytes = 1L << 30;
    private const int MostColumns = 2_000;
    private const int MostBlankRows = 10_000;

    // The library makes a cell of each place from the first to the last row and column, whether something stands there or not.
    private const long MostPlaces = 20_000_000;
    private const int MostPlacesACell = 50;

    /// <summary>Reads each part once, and makes nothing of it.</summary>
    /// <param name="file">The name of the file, for messages.</param>
    /// <param name="workbook">Its bytes.</param>
    /// <exception cref="UnreadableFileException">It unpacks to too much, or a sheet has rows or columns far from all others.</exception>
    public static void Demand(string file, Stream workbook)
    {
        workbook.Position = 0;
        try
        {
            using var archive = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
            var left = MostBytes;
            foreach (var part in archive.Entries)
            {
                using var opened = part.Open();
                using var counted = new CountedStream(opened, left, file);
                DemandSheet(file, counted);
                counted.CopyTo(Stream.Null);
                left = counted.Left;
            }
        }

        // Whatever is wrong with it otherwise is told where it is read.
        catch (InvalidDataException)
        {
        }
    }

    // A sheet may lie under any name.
    private static void DemandSheet(string file, Stream part)
    {
        try
        {
            using var reader = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = false });
            if (reader.MoveToContent() == XmlNodeType.Element && reader.LocalName == "worksheet")
            {
                DemandCells(file, reader);
            }
        }
        catch (XmlException)
        {
        }
    }

    private static void DemandCells(string file, XmlReader reader)
    {
        var (last, widest, cells) = (0L, 0L, 0L);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "dimension" && reader.GetAttribute("ref") is { } size)
            {
                widest = Math.Max(widest, ColumnOf(file, size.Split(':')[^1]));
            }
            else if (reader.LocalName == "row")
            {
                var number = reader.GetAttribute("r");
                var row = number is null ? last + 1 : long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : long.MaxValue;
                last = row <= last + MostBlankRows ? Math.Max(row, last)
                    : throw Refused(file, FormattableString.Invariant($"a sheet with at most {MostBlankRows} blank rows one after the other"), $"row {number} after row {last}");
            }
            else if (reader.LocalName == "c")
            {
                cells++;
                widest = reader.GetAttribute("r") is { } cell ? Math.Max(widest, ColumnOf(file, cell)) : widest;
            }
        }

        DemandPlaces(file, last, widest, cells);
    }

    private static void DemandPlaces(string file, long rows, long columns, long cells)
    {
        if (rows * columns > MostPlaces + (MostPlacesACell * cells))
        {
            throw Refused(file, "a sheet that is mostly filled; delete the rows and columns that are far from the table", FormattableString.Invariant($"{cells} cells among {rows} rows of {columns} columns"));
        }
    }

    // The letters of a cell such as AB12 are its column to the base of 26.
    private static long ColumnOf(string file, string cell)
    {
        var column = 0L;
        foreach (var letter in cell.TakeWhile(char.IsAsciiLetter))
        {
            column = Math.Min((column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1), MostColumns + 1);
        }

        if (column > MostColumns)
        {
            throw Refused(file, FormattableString.Invariant($"a sheet with at most {MostColumns} columns; delete what lies to the right of the table"), $"the cell {cell}");
        }

        return column;
    }

    private static UnreadableFileException Refused(string file, string expected, string found) => new(file, 1, "", expected, found);

    // Counts what is unpacked: what a part says of its own size need not be so.
    private sealed class CountedStream(Stream inner, long most, string file) : Stream
    {
        public long Left { get; private set; } = most;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

        public override int Read(Span<byte> buffer) => Counted(inner.Read(buffer));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private int Counted(int read)
        {
            Left -= read;
            return Left >= 0 ? read
                : throw Refused(file, FormattableString.Invariant($"a workbook of at most {MostBytes >> 20} MiB unpacked; save larger tables as CSV"), "more");
        }
    }
}
