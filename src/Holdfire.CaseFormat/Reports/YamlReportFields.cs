namespace Holdfire.CaseFormat;

/// <summary>The fields of a quantity of a statement, whose source is the statement's speaker.</summary>
internal sealed class YamlReportFields(MapReader map, string speaker) : ReportFields
{
    public override bool KeysChecked => true;

    public override string this[ReportColumn column] => column switch
    {
        ReportColumn.Source => speaker,
        ReportColumn.Areas or ReportColumn.IncludedIn or ReportColumn.Quotes or ReportColumn.Denies or ReportColumn.Attachments =>
            string.Join(';', map.Texts(Names[(int)column]).Select(t => t.Text)),
        _ => map.Text(Names[(int)column]),
    };

    public override Spot At(ReportColumn column) => map.At(Names[(int)column]);
}
