namespace Holdfire.Queries;

/// <summary>The answer on a truce in four sentences, and three more where there is something to say. Every number in them is among the figures beside them.</summary>
/// <param name="Breaches">What was done under the terms, by whom as alleged, and how well that is established.</param>
/// <param name="Change">Whether violence fell, by how much and over what.</param>
/// <param name="Unknown">What cannot be known from these data, and what would settle it.</param>
/// <param name="Obligations">What the truce asks, and what became of it.</param>
/// <param name="Course">How it went from its first unit to its last: quiet units at first, the share with a claim, a change of level; null where no unit lies whole within it.</param>
/// <param name="Harm">Whether the number of those killed and injured changed as that of events did; null where too few claims say.</param>
/// <param name="Reporting">How much less or more the source would have to report than before for the change to fall; null where no change is told.</param>
/// <param name="Places">The same acts where the truce held for nobody, and how the change is spread over areas; null where there is nothing to tell. Nothing is judged by it.</param>
/// <param name="Ways">What the same comparison shows where it is made in other ways; null where there is none.</param>
public sealed record AnswerSentences(string Breaches, string Change, string Unknown, string Obligations, string? Course, string? Harm, string? Reporting, string? Ways, string? Places)
{
    /// <summary>Each sentence that there is, in the order of reading: its key in the JSON, its name in English, itself.</summary>
    public IEnumerable<(string Key, string Name, string Sentence)> InOrder() => new (string Key, string Name, string? Sentence)[]
    {
        ("breaches", "Breaches", Breaches), ("change", "Change", Change), ("course", "Course", Course), ("harm", "Killed and injured", Harm),
        ("reporting", "If reporting changed", Reporting), ("places", "Places", Places), ("ways", "Other ways", Ways), ("unknown", "Not known", Unknown),
        ("obligations", "Obligations", Obligations),
    }.Where(s => s.Sentence is not null).Select(s => (s.Key, s.Name, s.Sentence!));
}
