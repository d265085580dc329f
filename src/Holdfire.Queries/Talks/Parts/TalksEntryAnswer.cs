using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Queries;

/// <summary>What every entry of the talks has.</summary>
/// <param name="Id">The id of the entry.</param>
/// <param name="When">When it was said.</param>
/// <param name="Statements">The ids of the statements that it rests on.</param>
/// <param name="Inferred">Who reads it out of them; null where they say it themselves.</param>
/// <param name="Supersedes">The id of the entry that it replaces; null for none.</param>
/// <param name="Text">What it comes to, in words; may be empty.</param>
public sealed record TalksEntryAnswer(
    string Id, WindowAnswer? When, ImmutableArray<string> Statements, InferenceAnswer? Inferred, string? Supersedes, string Text)
{
    /// <summary>From an entry.</summary>
    public static TalksEntryAnswer Of(TalksEntry e) => new(
        e.Id.Value, WindowAnswer.Of(e.When), [.. e.Statements.Select(s => s.Value)],
        e.Inference is { } i ? new InferenceAnswer(i.By, i.Reading, i.Why) : null, e.Supersedes?.Value, e.Text);
}
