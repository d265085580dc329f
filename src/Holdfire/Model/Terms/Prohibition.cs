using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Places;

namespace Holdfire.Model;

/// <summary>Something that a truce forbids a party.</summary>
/// <param name="Id">Its id within the truce.</param>
/// <param name="Act">The act, with all below it.</param>
/// <param name="Target">The kind of target, or null for any.</param>
/// <param name="Areas">Where; any of these.</param>
/// <param name="Bound">Who is bound.</param>
/// <param name="Text">The term in words of our own.</param>
public sealed record Prohibition(
    string Id, ActCode Act, TargetKind? Target, ImmutableArray<AreaCode> Areas, ImmutableArray<PartyId> Bound, string Text);
