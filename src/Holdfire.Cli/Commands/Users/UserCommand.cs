using System.CommandLine;

namespace Holdfire.Cli.Commands.Users;

/// <summary><c>holdfire user</c>: who may sign in to a server, and which programs may ask.</summary>
internal static class UserCommand
{
    public static Command Create() => new(
        "user",
        "Say who may sign in to 'holdfire serve --auth on', and which programs may ask it. Accounts lie in DIR.private/accounts.sqlite, beside the record. No password is "
        + "ever given here: a code is printed once, with which the person sets how to sign in.\n\n"
        + "Example: holdfire user add anna --role monitor --record harvest")
    {
        UserAddCommand.Create(), UserListCommand.Create(), UserChangeCommands.Role(), UserChangeCommands.Reset(), UserChangeCommands.SignOut(), UserChangeCommands.Remove(),
        UserKeyCommand.Create(),
    };
}
