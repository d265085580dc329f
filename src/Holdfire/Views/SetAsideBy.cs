namespace Holdfire.Views;

/// <summary>Who leaves an entry out of a case.</summary>
public enum SetAsideBy
{
    /// <summary>The registrar, by an entry that says so.</summary>
    Registrar,

    /// <summary>Whoever reads the record: it cannot be read as a part of the case.</summary>
    Reader,
}
