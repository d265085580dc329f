using System.Collections.Immutable;

namespace Holdfire.Model;

/// <summary>A code that a case adds to a built-in list of acts, targets or units, below a code that is known.</summary>
/// <param name="Code">The dotted code; what stands before its last dot is the code above it.</param>
/// <param name="Name">The words printed for it: for acts and units a plural noun, neutral as to who did it.</param>
/// <param name="Crosswalk">Its counterparts in other lists.</param>
public sealed record OwnCode(string Code, string Name, ImmutableArray<Counterpart> Crosswalk);
