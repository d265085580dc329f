using System.CommandLine;
using System.Globalization;
using Holdfire.Cli.Output;
using Holdfire.Cli.Commands.Records;
using Holdfire.Fusion;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire incidents fit</c>: learns a parameter set from a case.</summary>
internal static class IncidentFitCommand
{
    public static Command Create()
    {
        var (folder, fusion, knownBy) = (Options.Case(), new FusionOption(), Options.KnownBy());
        var output = Options.Text("--out", "FILE", "the JSON file to write; with --record the set goes into the record if left out");
        var (key, @operator) = (RecordInput.KeyOption(), RecordInput.OperatorOption());
        var command = new Command(
            "fit",
            "Learn the parameters of fusion from the reports of a case, with the shipped ones as prior, and write them as one set.\n\n"
            + "Example: holdfire incidents fit --case cases/practice-line --out parameters.json\n"
            + "Example: holdfire incidents fit --record harvest")
        {
            output, key, @operator, folder, knownBy,
        };
        fusion.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(output) is null && result.GetValue<string?>(Options.RecordName) is null)
            {
                result.AddError("expected --out FILE for a case folder, found none");
            }
        });
        command.SetAction(async (result, _) =>
        {
            var (file, record) = (result.GetValue(output), result.Record);
            if (file is not null)
            {
                WholeFile.Check("--out", file);
            }

            var view = CaseInput.View(result, folder, Options.ReadInstant(result.GetValue(knownBy)));
            var fit = FusionFit.Of(fusion.Of(result, view));
            var expected = fit.ExpectedMatches.ToString("#,0", CultureInfo.InvariantCulture);
            result.Terminal.Out.WriteLine(fit.IsKept
                ? $"{expected} matches are expected, fewer than {FusionFit.LeastMatches}: "
                    + "the numbers given were kept; only the background is the case's own."
                : $"Learnt from {expected} expected matches in {fit.Rounds} rounds.");
            var text = FusionParametersText.Write(fit.Parameters);
            if (file is null)
            {
                return await RecordParameters.Enter(result.Terminal, record!, result.GetValue(key), result.GetValue(@operator), fit.Parameters.Version, text).ConfigureAwait(false);
            }

            WholeFile.Write("--out", file, text);
            result.Terminal.Out.WriteLine($"parameters {fit.Parameters.Version}: {Path.GetFullPath(file)}");
            return ExitCodes.Done;
        });
        return command;
    }
}
