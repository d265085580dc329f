using System.Text;
using System.Text.Json;

namespace Holdfire.CaseFormat.Entries;

/// <summary>The fields of a report out of an entry. One object serves for all of them in turn.</summary>
internal sealed class JsonReportFields : ReportFields
{
    // The columns in the order in which a canonical content has them.
    private static readonly (ReportColumn Column, byte[] Name)[] Sorted =
    [
        .. Enum.GetValues<ReportColumn>().OrderBy(c => Names[(int)c], StringComparer.Ordinal).Select(c => (c, Encoding.UTF8.GetBytes(Names[(int)c]))),
    ];

    private readonly string[] fields = new string[Names.Length];
    private readonly string[] before = new string[Names.Length];
    private Spot spot = new("", 0, 0);

    public override bool KeysChecked => false;

    public override string this[ReportColumn column] => fields[(int)column];

    public override Spot At(ReportColumn column) => spot;

    /// <summary>Takes the fields of an entry's content; a member that is no column, or no text, is an error.</summary>
    public void Take(JsonElement content, Spot at, ErrorList errors)
    {
        spot = at;
        Array.Fill(fields, "");
        var next = 0;
        foreach (var property in content.EnumerateObject())
        {
            while (next < Sorted.Length && !property.NameEquals(Sorted[next].Name))
            {
                next++;
            }

            if (next == Sorted.Length)
            {
                errors.Add(at, "one of the columns " + string.Join(',', Names), property.Name);
                next = 0;
            }
            else if (property.Value.ValueKind != JsonValueKind.String)
            {
                errors.Add(at, $"a text under {property.Name}", property.Value.GetRawText());
            }
            else
            {
                fields[(int)Sorted[next].Column] = Text((int)Sorted[next].Column, property.Value);
            }
        }
    }

    // Most fields are those of the report before, whose text then serves again.
    private string Text(int column, JsonElement value)
    {
        if (before[column] is not { } text || !value.ValueEquals(text))
        {
            before[column] = text = value.GetString()!;
        }

        return text;
    }
}
