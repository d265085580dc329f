using System.Globalization;
using Holdfire.Model;
using Holdfire.Record.Bundles;

namespace Holdfire.Cli.Commands.Bundles;

/// <summary>The answer to the query of a bundle, byte for byte as its command prints it.</summary>
internal static class CommandAnswer
{
    /// <summary>Runs the command on a case and keeps what it prints.</summary>
    /// <param name="purpose">The query.</param>
    /// <param name="case">The case.</param>
    /// <param name="parameters">The text of the last parameter set of the record, or null; asked for where reports are fused.</param>
    /// <exception cref="InputException">The command failed; the message is what it said.</exception>
    public static string Json(BundlePurpose purpose, Case @case, Func<string?> parameters)
    {
        var (output, error) = (Console.Out, Console.Error);
        using var answer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = output.NewLine };
        using var faults = new StringWriter(CultureInfo.InvariantCulture);
        try
        {
            Console.SetOut(answer);
            Console.SetError(faults);
            // The folder is never looked at: the case is given.
            string[] words = [purpose.Command!, .. purpose.Arguments, Options.CaseName, ".", "--format", "json"];
            var code = CaseInput.RunOn(@case, parameters, () => HoldfireCommand.Run(words));
            return code == ExitCodes.Done
                ? answer.ToString()
                : throw new InputException($"{purpose.Command}: {faults.ToString().Trim().ReplaceLineEndings("; ")}");
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
