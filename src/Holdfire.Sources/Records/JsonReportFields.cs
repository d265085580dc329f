using System.Text.Json;
using Holdfire.Sources.Files;

namespace Holdfire.Sources.Records;

/// <summary>The fields of a report out of an entry. One object serves for all of them in turn.</summary>
internal sealed class JsonReportFields : ReportFields
{
    private readonly string[] fields = new string[Names.Length];
    private Spot spot = new("", 1, 1);

    public override bool KeysChecked => false;

    public override string this[ReportColumn column] => fields[(int)column];

    public override Spot At(ReportColumn column) => spot;

    /// <summary>Takes the fields of an entry's content; a member that is no column, or no text, is a fault.</summary>
    public void Take(JsonElement content, Spot at, FaultList faults)
    {
        spot = at;
        Array.Fill(fields, "");
        foreach (var property in content.EnumerateObject())
        {
            if (!EnumText<ReportColumn>.TryParse(property.Name, out var column))
            {
                faults.Add(at, "one of the columns " + string.Join(',', Names), property.Name);
            }
            else if (property.Value.ValueKind != JsonValueKind.String)
            {
                faults.Add(at, $"a text under {property.Name}", property.Value.GetRawText());
            }
            else
            {
                fields[(int)column] = property.Value.GetString()!;
            }
        }
    }
}
