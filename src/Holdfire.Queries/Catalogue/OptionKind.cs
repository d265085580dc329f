namespace Holdfire.Queries;

/// <summary>What an option of a query takes.</summary>
public enum OptionKind
{
    /// <summary>One value: <c>--act CODE</c>.</summary>
    Value,

    /// <summary>No value; it is given or not.</summary>
    Flag,

    /// <summary>A value without a name, after the name of the query.</summary>
    Position,

    /// <summary>A file, which the caller reads: the query gets its text. Never part of a bundle.</summary>
    File,
}
