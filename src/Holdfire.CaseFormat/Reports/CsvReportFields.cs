using System.Text;
using CsvHelper;

namespace Holdfire.CaseFormat;

/// <summary>The fields of the row at which a CSV reader stands.</summary>
internal sealed class CsvReportFields(string file, CsvReader reader, int[] positions) : ReportFields
{
    public override bool KeysChecked => false;

    public override string this[ReportColumn column] =>
        positions[(int)column] is >= 0 and var at ? reader.GetString(at) : "";

    public override ReadOnlySpan<char> Read(ReportColumn column, Span<char> buffer) =>
        positions[(int)column] is not (>= 0 and var at) ? ""
        : reader.GetSpan(at).Length <= buffer.Length ? buffer[..reader.GetChars(at, buffer)]
        : reader.GetString(at);

    public override Spot At(ReportColumn column) => SpotOf(file, reader, positions[(int)column]) with { Field = Names[(int)column] };

    /// <summary>Where a field starts, found again from the raw row, so that good rows cost nothing; the row's start for none.</summary>
    public static Spot SpotOf(string file, CsvReader reader, int field)
    {
        var (line, column) = ((int)reader.LineNumber, 1);
        var before = 0;
        for (var i = 0; i < Math.Min(field, reader.FieldCount); i++)
        {
            before += reader.GetRawSpan(i).Length + 1;
        }

        var earlier = reader.RawRecord[..Math.Min(before, reader.RawRecord.Length)];
        if (Ascii.IsValid(earlier) && !earlier.Contains((byte)'\n'))
        {
            return new Spot(file, line, earlier.Length + 1);
        }

        foreach (var letter in Encoding.UTF8.GetString(earlier))
        {
            (line, column) = letter == '\n' ? (line + 1, 1) : (line, column + 1);
        }

        return new Spot(file, line, column);
    }
}
