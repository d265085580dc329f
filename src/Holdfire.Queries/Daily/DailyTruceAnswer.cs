using System.Collections.Immutable;

namespace Holdfire.Queries;

/// <summary>A truce that was in force on the day, for some of it and for somebody.</summary>
/// <param name="Truce">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Bound">The ids of the parties that it bound.</param>
/// <param name="Sentence">What was done under its terms from its start on, as far as the view knows: the first sentence of <c>assess</c>.</param>
public sealed record DailyTruceAnswer(string Truce, string Name, ImmutableArray<string> Bound, string Sentence);
