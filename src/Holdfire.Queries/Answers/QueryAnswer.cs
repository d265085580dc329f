using System.Text.Json.Serialization;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary>The answer to a query, as its JSON has it. docs/json.md describes each; keys are never taken away within a schema.</summary>
public abstract record QueryAnswer
{
    /// <summary>An answer about a view.</summary>
    protected QueryAnswer(string schema, CaseView view) =>
        (Schema, Invented, Coordinates) = (schema, view.Recorded.Invented, AnswerCoordinates.Of(view.Coordinates));

    /// <summary>An answer that is about no case.</summary>
    protected QueryAnswer(string schema) => Schema = schema;

    /// <summary>The name and version of the form, such as <c>holdfire/counts/1</c>; a change of meaning raises the version.</summary>
    [JsonPropertyOrder(-3)]
    public string Schema { get; }

    /// <summary>True where no person, place or event of the case is real; left out of the JSON otherwise.</summary>
    [JsonPropertyOrder(-2)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Invented { get; }

    /// <summary>From where the case was seen. Left out of the JSON only where an answer of an earlier version is recomputed.</summary>
    [JsonPropertyOrder(-1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AnswerCoordinates? Coordinates { get; init; }

    /// <summary>The answer as versions before the coordinates gave it: without them, and without keys that came after.</summary>
    internal virtual QueryAnswer AsOfEarlierVersions() => this with { Coordinates = null };
}
