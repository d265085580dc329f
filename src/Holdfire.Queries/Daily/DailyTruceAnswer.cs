using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Holdfire.Queries;

/// <summary>A truce that was in force on the day, for some of it and for somebody.</summary>
/// <param name="Truce">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Bound">The ids of the parties that it bound.</param>
/// <param name="Sentence">What was done under its terms from its start on, as far as the view knows: the first sentence of <c>assess</c>.</param>
/// <param name="TellsOfLater">Whether the sentence tells of events that are all after the day, too.</param>
public sealed record DailyTruceAnswer(string Truce, string Name, ImmutableArray<string> Bound, string Sentence, bool TellsOfLater)
{
    /// <summary>The sentence, and that it tells of what came after the day where it does.</summary>
    [JsonIgnore]
    public string Told => TellsOfLater ? $"{Sentence} Events after this day are among them." : Sentence;
}
