namespace Holdfire.Exports;

/// <summary>What the values of a column are.</summary>
public enum ExportKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Whole numbers of 64 bits.</summary>
    Whole,

    /// <summary>Numbers of double precision.</summary>
    Decimal,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>Instants, written in UTC.</summary>
    Instant,
}
