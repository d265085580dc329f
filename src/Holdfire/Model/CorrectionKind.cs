namespace Holdfire.Model;

/// <summary>What a source did to its own report.</summary>
public enum CorrectionKind
{
    /// <summary>It put another in its place.</summary>
    Corrected,

    /// <summary>It took it back.</summary>
    Withdrawn,
}
