using Holdfire.Assessment;

namespace Holdfire.Queries;

/// <summary>Reports about the time of a truce from which no line is made.</summary>
/// <param name="Source">The id of the source.</param>
/// <param name="AllegedActor">The id of the party or other actor that they are about; null where they name nobody.</param>
/// <param name="Reports">How many reports.</param>
/// <param name="Reason">Why there is no line, in words.</param>
public sealed record LineLeftOutAnswer(string Source, string? AllegedActor, int Reports, string Reason)
{
    /// <summary>From a line that is left out.</summary>
    public static LineLeftOutAnswer Of(LineLeftOut left) => new(left.Source.Value, left.Actor?.Value, left.Reports, left.Why);
}
