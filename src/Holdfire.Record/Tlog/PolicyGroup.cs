using System.Collections.Immutable;

namespace Holdfire.Record.Tlog;

/// <summary>A set of witnesses and groups, of which some number must have cosigned (C2SP tlog-policy).</summary>
/// <param name="Name">The name that other groups and the quorum use.</param>
/// <param name="Needed">How many of the members must have.</param>
/// <param name="Members">Names of witnesses and of groups that stand earlier in the policy.</param>
public sealed record PolicyGroup(string Name, int Needed, ImmutableArray<string> Members);
