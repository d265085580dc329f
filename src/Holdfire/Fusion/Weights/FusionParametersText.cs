using System.Text.Json;
using System.Text.Json.Serialization;

namespace Holdfire.Fusion;

/// <summary>A set of parameters as JSON (RFC 8259), to keep in the record and to pass on. The same set gives the same text.</summary>
public static class FusionParametersText
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>The JSON of a set.</summary>
    public static string Write(FusionParameters parameters) => JsonSerializer.Serialize(parameters, Json) + "\n";

    /// <summary>Reads a set; where anything is wrong with it there is no set, and one line says what.</summary>
    public static (FusionParameters? Parameters, string Fault) Read(string json)
    {
        FusionParameters? read;
        try
        {
            read = JsonSerializer.Deserialize<FusionParameters>(json, Json);
        }
        catch (JsonException e)
        {
            return (null, FormattableString.Invariant(
                $"line {(e.LineNumber ?? 0) + 1}, column {(e.BytePositionInLine ?? 0) + 1}: expected a parameter set as docs/fusion.md describes it, found {Found(e)}"));
        }

        if (read is null)
        {
            return (null, "line 1: expected a parameter set, found null");
        }

        var faults = read.Faults();
        return faults.IsEmpty ? (Ordinal(read), "") : (null, string.Join("; ", faults));
    }

    // The serializer names its own types, which say nothing to who wrote the file.
    private static string Found(JsonException e)
    {
        var at = e.Path is { Length: > 2 } path ? $" at {path[2..]}" : "";
        var quoted = e.Message.Split('\'').Where((_, i) => i % 2 == 1).ToList();
        return e.Message switch
        {
            var m when m.Contains("could not be converted", StringComparison.Ordinal) => $"a value of another kind{at}",
            var m when m.Contains("null values", StringComparison.Ordinal) => $"null{at}",
            var m when m.Contains("could not be mapped", StringComparison.Ordinal) => $"the unknown key '{quoted[0]}'{at}",
            var m when m.Contains("Duplicate property", StringComparison.Ordinal) => $"a key twice, '{quoted[0]}'{at}",
            var m when m.Contains("missing required properties", StringComparison.Ordinal) => $"no {string.Join(", ", quoted.Skip(1))}{at}",
            var m => m.ReplaceLineEndings(" ").Split(" Path: ")[0].Split(" LineNumber: ")[0],
        };
    }

    internal static FusionParameters ReadDefaults()
    {
        using var stream = typeof(FusionParametersText).Assembly.GetManifestResourceStream("fusion-defaults.json")
            ?? throw new InvalidOperationException("the shipped parameters are not in the assembly");
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd()) is { Parameters: { } read } ? read
            : throw new InvalidOperationException("the shipped parameters cannot be read");
    }

    private static FusionParameters Ordinal(FusionParameters read) => read with
    {
        Sources = read.Sources.WithComparers(StringComparer.Ordinal),
        Background = read.Background with
        {
            ActShares = read.Background.ActShares.WithComparers(StringComparer.Ordinal),
            TargetShares = read.Background.TargetShares.WithComparers(StringComparer.Ordinal),
            ActorShares = read.Background.ActorShares.WithComparers(StringComparer.Ordinal),
        },
    };
}
