using Holdfire.Record.Tlog;
using Holdfire.Views;

namespace Holdfire.Server;

/// <summary>A view with what its answers are bound to.</summary>
/// <param name="Key">Its coordinates.</param>
/// <param name="Root">The root of the record at its size.</param>
/// <param name="View">The view.</param>
public sealed record ServedView(ViewKey Key, MerkleHash Root, CaseView View)
{
    /// <summary>Whether its size alone decides what is seen: contents that can be disclosed or erased lie beside no entry of it.</summary>
    public bool IsFixed => Key.Contents.Length == 0;
}
