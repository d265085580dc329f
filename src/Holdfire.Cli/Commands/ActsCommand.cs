using System.CommandLine;
using Holdfire.Cli.Output;
using Holdfire.Model;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire acts [WORD]</c>: which codes there are for what was done, and to what.</summary>
internal static class ActsCommand
{
    public static Command Create()
    {
        var word = new Argument<string?>("WORD") { Description = "a word of the code, the name or another list's term; all codes if left out", Arity = ArgumentArity.ZeroOrOne };
        var folder = new CaseOnlyOption("look at the acts and targets of this case too");
        var format = Options.Format();
        var command = new Command("acts", "Look up the codes of acts and targets.\n\nExample: holdfire acts shelling") { word, folder, format };
        command.SetAction(result =>
        {
            var found = ActsLookup.Find(result.GetValue(word), result.GetValue(folder) is { } dir ? CaseInput.Load(result.Terminal, dir).Codes : CaseCodes.BuiltIn);
            QueryPrinter.Print(result.Terminal, found, result.GetValue(format));
            return found.InOrder ? ExitCodes.Done : ExitCodes.BadInput;
        });
        return command;
    }
}
