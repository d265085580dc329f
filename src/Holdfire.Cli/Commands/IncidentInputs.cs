using System.CommandLine;
using Holdfire.Model;
using Holdfire.Views;
using Holdfire.Cli.Output;
using Holdfire.Fusion;
using NodaTime;

namespace Holdfire.Cli.Commands;

/// <summary>What every query of incidents reads: the case, the parameters, the instant.</summary>
internal sealed class IncidentInputs
{
    private readonly Option<string> folder = Options.Case();
    private readonly FusionOption fusion = new();
    private readonly Option<string?> asOf = Options.AsOf();

    public void AddTo(Command command)
    {
        command.Options.Add(folder);
        fusion.AddTo(command);
        command.Options.Add(asOf);
    }

    public Instant? AsOfIn(ParseResult result) => Options.ReadInstant(result.GetValue(asOf));

    public (FusionInput Input, Case Case) Read(ParseResult result)
    {
        var @case = CaseInput.Load(result, folder).AsOf(AsOfIn(result));
        return (fusion.Of(result, @case), @case);
    }

    public static FusionResult Fuse(FusionInput input) => WorkLine.While("fusing", input.Reports.Count, "reports", () => Fuser.Fuse(input));
}
