using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using Holdfire.Model;
using Holdfire.Fusion;

namespace Holdfire.Cli.Commands;

/// <summary>The parameter set by which a command fuses reports.</summary>
internal sealed class FusionOption
{
    private readonly Option<string?> parameters = Options.Text(
        "--parameters", "FILE",
        "a parameter set of the fusion; if left out, the last one in the record, else the shipped one with this case as background");

    public void AddTo(Command command) => command.Add(parameters);

    /// <summary>Whether the command names a set.</summary>
    public bool IsNamed(CommandResult result) => result.GetValue(parameters) is not null;

    /// <summary>The reports of a case at the parameter set that the command names.</summary>
    public FusionInput Of(ParseResult result, Case @case) =>
        (result.GetValue(parameters) is { } file ? Read(file)
            : CaseInput.LoadParameters(result) is { } last ? Parse(last.Text, last.Where)
            : null) is { } set ? FusionInput.Of(@case, set) : FusionInput.Of(@case);

    private static FusionParameters Read(string file)
    {
        if (!File.Exists(file))
        {
            throw new InputException($"--parameters: expected a JSON file, found no file '{file}'");
        }

        try
        {
            return Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(file)), file);
        }
        catch (DecoderFallbackException e)
        {
            throw new InputException(FormattableString.Invariant($"{file}: expected UTF-8, found other bytes from byte {e.Index + 1} on"));
        }
    }

    private static FusionParameters Parse(string text, string where)
    {
        var (read, fault) = FusionParametersText.Read(text);
        return read ?? throw new InputException($"{where}: {fault}");
    }
}
