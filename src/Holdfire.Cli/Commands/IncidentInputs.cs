using System.CommandLine;
using Holdfire.Cases;
using Holdfire.Cli.Commands.Records;
using Holdfire.Incidents;
using NodaTime;

namespace Holdfire.Cli.Commands;

/// <summary>What every query of incidents reads: the case, the parameters, the instant.</summary>
internal sealed class IncidentInputs
{
    private readonly Option<string> folder = Options.Case();
    private readonly Option<string?> parameters = Options.Text(
        "--parameters", "FILE",
        "a parameter set; if left out, the last one in the record, else the shipped one with this case as background");
    private readonly Option<string?> asOf = Options.AsOf();

    public void AddTo(Command command)
    {
        command.Options.Add(folder);
        command.Options.Add(parameters);
        command.Options.Add(asOf);
    }

    public Instant? AsOfIn(ParseResult result) => Options.ReadInstant(result.GetValue(asOf));

    public (FusionInput Input, Case Case) Read(ParseResult result)
    {
        var @case = CaseInput.Load(result, folder).AsOf(AsOfIn(result));
        return (Set(result) is { } set ? FusionInput.Of(@case, set) : FusionInput.Of(@case), @case);
    }

    public static FusionResult Fuse(FusionInput input) => Fusion.Of(input);

    private FusionParameters? Set(ParseResult result) =>
        result.GetValue(parameters) is { } file ? Parameters(file)
        : result.GetValue(Options.Record) is { } record && RecordParameters.Last(record) is { } text ? Parse(text, record)
        : null;

    private static FusionParameters Parameters(string file)
    {
        if (!File.Exists(file))
        {
            throw new InputException($"--parameters: expected a JSON file, found no file '{file}'");
        }

        return Parse(File.ReadAllText(file), file);
    }

    private static FusionParameters Parse(string text, string where)
    {
        var (read, fault) = FusionParametersText.Read(text);
        return read ?? throw new InputException($"{where}: {fault}");
    }
}
