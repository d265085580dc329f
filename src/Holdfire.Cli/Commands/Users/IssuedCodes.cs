using Holdfire.Accounts;
using Holdfire.Cli.Output;

namespace Holdfire.Cli.Commands.Users;

/// <summary>Prints a code with which a person sets how to sign in.</summary>
internal static class IssuedCodes
{
    public static void Print(Terminal terminal, OutputFormat format, IssuedCode issued)
    {
        Answer.Print(
            terminal, format, new { schema = "holdfire/user-code/1", name = issued.Name, code = issued.Code, until = Texts.Of(issued.Until) },
            () => new Sheet(["name", "code", "good until"], [[issued.Name, issued.Code, Texts.Of(issued.Until)]]),
            notes: () => ["Give the code to the person by a safe channel. With it, at /welcome of the server, the person sets how to sign in; it works once."]);
    }
}
