using Holdfire.Model;

namespace Holdfire.Queries;

/// <summary>What one actor said of a truce.</summary>
/// <param name="Actor">The id of the actor.</param>
/// <param name="Kind">What the actor did: declares, accepts, rejects and so on.</param>
/// <param name="Text">What was said, with any condition.</param>
/// <param name="Statement">The id of the statement; null where it is not in the case.</param>
/// <param name="Reference">Where it was read, where it is not in the case.</param>
public sealed record DeclarationAnswer(string Actor, DeclarationKind Kind, string Text, string? Statement, string Reference)
{
    /// <summary>From a declaration.</summary>
    public static DeclarationAnswer Of(Declaration d) => new(d.Actor.Value, d.Kind, d.Text, d.Statement?.Value, d.Reference);
}
