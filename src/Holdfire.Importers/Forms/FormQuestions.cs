using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>Finds the columns of a form's questions: by the names of our own form, or by the labels that stand in the header instead.</summary>
/// <param name="header">The header of the export.</param>
internal sealed class FormQuestions(TableHeader header)
{
    private static readonly ImmutableDictionary<string, string[]> Names = new Dictionary<string, string[]>
    {
        ["from"] = ["when_from", "from", "when", "date and time of the event", "date and time", "event date", "date of the event", "date of incident"],
        ["to"] = ["when_to", "to", "until", "end of the event"],
        ["day"] = ["day", "date"],
        ["zone"] = ["zone", "clock that you used"],
        ["precision"] = ["precision", "how exact is the time?"],
        ["mode"] = ["mode", "how do you know?"],
        ["act"] = ["act", "what was it?"],
        ["kinds"] = ["kinds", "kind", "weapon", "weapons"],
        ["seen"] = ["what was seen or heard", "what_seen", "observation"],
        ["target"] = ["target", "what was hit?"],
        ["actor"] = ["alleged_actor", "who did it?"],
        ["observer"] = ["observer", "position", "where you stood", "observer_position"],
        ["place"] = ["event_place", "event_point", "event_position", "place of the event", "where was it?"],
        ["bearing"] = ["bearing", "direction to the event, degrees"],
        ["range_min"] = ["range_min", "distance at least, km"],
        ["range_max"] = ["range_max", "distance at most, km"],
        ["count_min"] = ["count_min", "how many, at least"],
        ["count_max"] = ["count_max", "how many, at most"],
        ["count"] = ["count", "how many", "number"],
        ["photo"] = ["photo", "picture", "image"],
        ["narrative"] = ["narrative", "notes", "description", "what happened?", "remarks"],
        ["area"] = ["area", "admin2", "district", "admin1", "region", "province"],
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private readonly Dictionary<string, string> columns = Names.Keys.ToDictionary(q => q, q => Find(header, Names[q]), StringComparer.Ordinal);

    /// <summary>The answer; blank where it was not asked or not answered.</summary>
    public string Answer(SourceRow row, string question) => columns[question] is { Length: > 0 } column ? row[column] : "";

    /// <summary>The column of a question; the name of the question where the export has none.</summary>
    public string Column(string question) => columns[question] is { Length: > 0 } column ? column : question;

    /// <summary>The answer to one part of a question on a place, such as its latitude.</summary>
    public string Part(SourceRow row, string question, string part)
    {
        var names = columns[question].Length > 0 ? Names[question].Prepend(columns[question]) : Names[question];
        foreach (var name in header.Names)
        {
            var isPart = names.Any(n => name.TrimStart('_').Equals($"{n}_{part}", StringComparison.OrdinalIgnoreCase) || Last(name).Equals($"{n}-{part}", StringComparison.OrdinalIgnoreCase)
                || name.EndsWith($"/{n}_{part}", StringComparison.OrdinalIgnoreCase));
            if (isPart && row[name].Length > 0)
            {
                return row[name];
            }
        }

        return "";
    }

    /// <summary>The columns whose names begin so and end in <c>/coordinates</c> or <c>/properties/accuracy</c>, as OData writes places.</summary>
    public string Path(SourceRow row, string question, string path) =>
        header.Names.FirstOrDefault(n => Names[question].Any(q => n.EndsWith($"{q}/{path}", StringComparison.OrdinalIgnoreCase))) is { } column ? row[column] : "";

    // A question stands in its groups, parted by a slash or a hyphen.
    private static string Find(TableHeader header, string[] names) => names
        .Select(n => header.Names.FirstOrDefault(h => h.Equals(n, StringComparison.OrdinalIgnoreCase))
            ?? header.Names.FirstOrDefault(h => Last(h).Equals(n, StringComparison.OrdinalIgnoreCase)))
        .FirstOrDefault(h => h is not null) ?? "";

    private static string Last(string name) => name[(name.LastIndexOf('/') + 1)..] is var bare && bare.Contains('-', StringComparison.Ordinal)
        && bare.Split('-') is { Length: 2 } parts && parts[1] is not ("Latitude" or "Longitude" or "Altitude" or "Accuracy") ? parts[1] : bare;
}
