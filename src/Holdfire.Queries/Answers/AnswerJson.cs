using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Holdfire.Acts;
using Holdfire.Model;

namespace Holdfire.Queries;

/// <summary>The JSON of every answer; a new answer adds one line here.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(TrucesAnswer))]
[JsonSerializable(typeof(ObligationsAnswer))]
[JsonSerializable(typeof(CountsAnswer))]
[JsonSerializable(typeof(AuditAnswer))]
[JsonSerializable(typeof(AssessAnswer))]
[JsonSerializable(typeof(IncidentsAnswer))]
[JsonSerializable(typeof(IncidentAnswer))]
[JsonSerializable(typeof(IncidentCountsAnswer))]
[JsonSerializable(typeof(DailyAnswer))]
[JsonSerializable(typeof(QueueAnswer))]
[JsonSerializable(typeof(QueueShowAnswer))]
[JsonSerializable(typeof(PartyQueriesAnswer))]
[JsonSerializable(typeof(PinsAnswer))]
[JsonSerializable(typeof(FindingsAnswer))]
[JsonSerializable(typeof(FindingCountAnswer))]
[JsonSerializable(typeof(ReportAnswer))]
[JsonSerializable(typeof(TalksAnswer))]
[JsonSerializable(typeof(TalksHistoryAnswer))]
[JsonSerializable(typeof(TalksDeadlocksAnswer))]
[JsonSerializable(typeof(TalksOverlapAnswer))]
[JsonSerializable(typeof(TalksDeadlinesAnswer))]
[JsonSerializable(typeof(TalksEquilibriaAnswer))]
[JsonSerializable(typeof(DocumentsAnswer))]
[JsonSerializable(typeof(RecordLogAnswer))]
[JsonSerializable(typeof(RecordShowAnswer))]
[JsonSerializable(typeof(PlacesAnswer))]
[JsonSerializable(typeof(ActsAnswer))]
public sealed partial class AnswerJson : JsonSerializerContext
{
    private static readonly AnswerJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new InstantConverter(),
            new CodeConverter<TargetKind>(t => new TargetKind(t)), new CodeConverter<CountUnit>(u => new CountUnit(u)),
        },

        // Names of places stay readable; what HTML would need escaped is not escaped, since this is no HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });

    /// <summary>The options by which answers are written, for those who describe the form.</summary>
    public static JsonSerializerOptions Written => Readable.Options;

    /// <summary>The JSON text of an answer; the same answer gives the same bytes.</summary>
    public static string Text(QueryAnswer answer) => JsonSerializer.Serialize(answer, answer.GetType(), Readable);

    /// <summary>The JSON of an answer, for those who take values out of it.</summary>
    public static JsonElement Element(QueryAnswer answer) => JsonSerializer.SerializeToElement(answer, answer.GetType(), Readable);

    /// <summary>The JSON object of a part of an answer, to put into another form.</summary>
    internal static JsonObject Node<T>(T part)
        where T : class => JsonSerializer.SerializeToNode(part, typeof(T), Readable)!.AsObject();

    /// <summary>The text of JSON that was put together, written as answers are.</summary>
    internal static string Text(JsonObject json) => json.ToJsonString(Readable.Options);

    /// <summary>The JSON text that versions before the coordinates printed: what bundles of those versions hold.</summary>
    public static string TextWithoutCoordinates(QueryAnswer answer) => Text(answer.AsOfEarlierVersions());
}
