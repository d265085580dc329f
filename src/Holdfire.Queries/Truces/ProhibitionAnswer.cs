using System.Collections.Immutable;
using Holdfire.Acts;

namespace Holdfire.Queries;

/// <summary>Something that a truce forbids.</summary>
/// <param name="Id">Its id within the truce.</param>
/// <param name="Act">The act, with all below it.</param>
/// <param name="Target">The kind of target; null for any.</param>
/// <param name="Areas">The codes of the areas: any of these.</param>
/// <param name="Bound">The ids of the parties that are bound.</param>
/// <param name="Text">The term in words.</param>
public sealed record ProhibitionAnswer(
    string Id, string Act, TargetKind? Target, ImmutableArray<string> Areas, ImmutableArray<string> Bound, string Text);
