using System.CommandLine;
using Holdfire.Fusion;
using Holdfire.Views;

namespace Holdfire.Cli.Commands;

/// <summary>The parameter set by which a command that is no query fuses reports.</summary>
internal sealed class FusionOption
{
    private readonly Option<string?> parameters = Options.Text(FusionChoice.Parameters.Name, FusionChoice.Parameters.ValueName, FusionChoice.Parameters.Help);

    public void AddTo(Command command) => command.Add(parameters);

    /// <summary>The reports of a view at the parameter set that the command names.</summary>
    public FusionInput Of(ParseResult result, CaseView view) =>
        FusionChoice.Of(view, result.GetValue(parameters) is { } file ? TextFile.Read(FusionChoice.Parameters, file) : null);
}
