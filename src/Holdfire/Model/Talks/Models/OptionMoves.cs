namespace Holdfire.Model;

/// <summary>Which way an option can be moved.</summary>
public enum OptionMoves
{
    /// <summary>It can be taken and given up again.</summary>
    Both,

    /// <summary>Once taken it cannot be given up.</summary>
    OnlyTaken,

    /// <summary>Once given up it cannot be taken.</summary>
    OnlyGivenUp,
}
