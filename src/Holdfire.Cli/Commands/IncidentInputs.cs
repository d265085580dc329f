using System.CommandLine;
using Holdfire.Cases;
using Holdfire.Incidents;
using NodaTime;

namespace Holdfire.Cli.Commands;

/// <summary>What every query of incidents reads: the case, the parameters, the instant.</summary>
internal sealed class IncidentInputs
{
    private readonly Option<string> folder = Options.Case();
    private readonly Option<string?> parameters = Options.Text("--parameters", "FILE", "a parameter set; the shipped one with this case as background if left out");
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
        return (result.GetValue(parameters) is { } file ? FusionInput.Of(@case, Parameters(file)) : FusionInput.Of(@case), @case);
    }

    public static FusionResult Fuse(FusionInput input) => Fusion.Of(input);

    private static FusionParameters Parameters(string file)
    {
        if (!File.Exists(file))
        {
            throw new InputException($"--parameters: expected a JSON file, found no file '{file}'");
        }

        var (read, fault) = FusionParametersText.Read(File.ReadAllText(file));
        return read ?? throw new InputException($"{file}: {fault}");
    }
}
