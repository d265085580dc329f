using System.CommandLine;
using Holdfire.Cli.Commands.Records;

namespace Holdfire.Cli.Commands.Users;

/// <summary><c>holdfire user add NAME</c>.</summary>
internal static class UserAddCommand
{
    public static Command Create()
    {
        var (name, role, party, record, format) = (UserInput.Name(), UserInput.RoleOption(), UserInput.PartyOption(), UserInput.Record(), Options.Format());
        var command = new Command(
            "add",
            "Open an account and print a code, once. With it the person sets a password and an authenticator app, or a passkey, at /welcome. The code is good for three days.\n\n"
            + "Example: holdfire user add anna --role monitor --record harvest\n"
            + "Example: holdfire user add bo --role party --party NS --record harvest")
        {
            name, role, party, record, format,
        };
        command.SetAction(async (result, _) =>
        {
            var folder = result.GetRequiredValue(record);
            var (given, side) = (UserInput.ReadRole(result.GetRequiredValue(role)), UserInput.ReadParty(folder, result.GetValue(party)));
            var added = await UserInput.At(folder, d => d.AddAsync(result.GetRequiredValue(name), given, side)).ConfigureAwait(false);
            IssuedCodes.Print(result.Terminal, result.GetValue(format), RecordInput.Is(added));
            return ExitCodes.Done;
        });
        return command;
    }
}
