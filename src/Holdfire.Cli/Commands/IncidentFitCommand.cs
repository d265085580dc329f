using System.CommandLine;
using System.Globalization;
using Holdfire.Cli.Output;
using Holdfire.Incidents;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire incidents fit</c>: learns a parameter set from a case.</summary>
internal static class IncidentFitCommand
{
    public static Command Create()
    {
        var inputs = new IncidentInputs();
        var output = Options.Required("--out", "FILE", "the JSON file to write");
        var command = new Command(
            "fit",
            "Learn the parameters of fusion from the reports of a case, with the shipped ones as prior, and write them as one set.\n\n"
            + "Example: holdfire incidents fit --case cases/harvest --out parameters.json")
        {
            output,
        };
        inputs.AddTo(command);
        command.SetAction(result =>
        {
            var (input, _) = inputs.Read(result);
            var fit = FusionFit.Of(input);
            var file = result.GetRequiredValue(output);
            WholeFile.Write(file, FusionParametersText.Write(fit.Parameters));
            var expected = fit.ExpectedMatches.ToString("#,0", CultureInfo.InvariantCulture);
            Console.Out.WriteLine(fit.IsKept
                ? $"{expected} matches are expected, fewer than {FusionFit.LeastMatches}: the numbers given were kept; only the background is the case's own."
                : $"Learnt from {expected} expected matches in {fit.Rounds} rounds.");
            Console.Out.WriteLine($"parameters {fit.Parameters.Version}: {Path.GetFullPath(file)}");
            return ExitCodes.Done;
        });
        return command;
    }
}
