using Holdfire.Model;

namespace Holdfire.Findings;

/// <summary>A report at the root of what is said of an event, with what the rules ask of it.</summary>
/// <param name="Report">The report: it stands, and repeats no other.</param>
/// <param name="Origin">
/// Whose word it is: the party or other body of its source, since its organs are one voice, or the source that is first in
/// its chain of relays.
/// </param>
/// <param name="Side">Whose side that is on.</param>
/// <param name="Source">The source that is first in the chain of relays.</param>
/// <param name="Denies">Whether it denies the event instead of affirming it.</param>
public sealed record Testimony(Report Report, string Origin, TestimonySide Side, Source Source, bool Denies);
