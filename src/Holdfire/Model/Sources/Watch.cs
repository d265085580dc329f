using Holdfire.Acts;
using Holdfire.Places;
using NodaTime;

namespace Holdfire.Model;

/// <summary>A declaration that a source was, or was not, looking for an act somewhere for some time.</summary>
/// <param name="Watching">True for a declared watch, false for a declared outage or gap.</param>
/// <param name="Act">The act, with all below it.</param>
/// <param name="Area">The area.</param>
/// <param name="When">The time, half open.</param>
/// <param name="Basis">The reason for the declaration, in words.</param>
public sealed record Watch(bool Watching, ActCode Act, AreaCode Area, Interval When, string Basis)
{
    /// <summary>The basis of a watch that rests on a data set's own claim to hold every event of its days: nobody here has seen that it looked.</summary>
    public const string ClaimOfDataSet = "the data set codes every day";

    /// <summary>Whether it rests on such a claim.</summary>
    public bool RestsOnDataSet => Watching && Basis.Contains(ClaimOfDataSet, StringComparison.Ordinal);
}
