namespace Holdfire.Importers;

/// <summary>What a person asks of an import.</summary>
public sealed record ImportOptions
{
    /// <summary>What the words of the file mean, or null for no map.</summary>
    public ImportMap? Map { get; init; }

    /// <summary>The IANA zone of times without one; blank for the format's own, else the case's.</summary>
    public string Zone { get; init; } = "";

    /// <summary>The id of the source of the rows; blank for the format's own.</summary>
    public string Source { get; init; } = "";

    /// <summary>When the file was published by its source, an instant in UTC; blank where that is not said.</summary>
    public string Published { get; init; } = "";

    /// <summary>Whether revisions and withdrawals by the source itself are taken.</summary>
    public bool Updates { get; init; }

    /// <summary>Whether any rejected row keeps everything out.</summary>
    public bool Strict { get; init; }

    /// <summary>Whether nothing is written.</summary>
    public bool DryRun { get; init; }

    /// <summary>Further wishes that a format knows, such as <c>no-header</c>.</summary>
    public IReadOnlySet<string> Wishes { get; init; } = new HashSet<string>();

    /// <summary>Nothing special.</summary>
    public static ImportOptions None { get; } = new();
}
