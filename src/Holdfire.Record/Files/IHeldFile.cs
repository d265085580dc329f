namespace Holdfire.Record.Files;

/// <summary>A file that is held against all others until this is disposed.</summary>
internal interface IHeldFile : IDisposable
{
    /// <summary>Whether the name still leads to the file that is held. Where it does not, another process may hold a file of the same name.</summary>
    bool IsInPlace { get; }
}
