namespace Holdfire.Pages;

/// <summary>What stands around a report: which part it is, and what each printed page says of it.</summary>
public sealed record ReportFrame
{
    /// <summary>All in one file, with nothing said of issue, marking or root.</summary>
    public static ReportFrame Whole { get; } = new();

    /// <summary>The part.</summary>
    public ReportPart Part { get; init; }

    /// <summary>The name of the file with the other part, for links; empty where there is none.</summary>
    public string Other { get; init; } = "";

    /// <summary>The date of issue, as given; empty where none is: a report reads no clock.</summary>
    public string Issued { get; init; } = "";

    /// <summary>The marking after the Traffic Light Protocol, such as <c>TLP:AMBER</c>; empty for none.</summary>
    public string Marking { get; init; } = "";

    /// <summary>The root of the record that it was made from; empty for a case folder.</summary>
    public string Root { get; init; } = "";
}
