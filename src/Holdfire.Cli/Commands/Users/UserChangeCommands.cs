using System.CommandLine;
using Holdfire.Accounts;
using Holdfire.Cli.Commands.Records;
using Holdfire.Record;

namespace Holdfire.Cli.Commands.Users;

/// <summary>The commands that change one account: <c>role</c>, <c>reset</c>, <c>sign-out</c>, <c>remove</c>.</summary>
internal static class UserChangeCommands
{
    public static Command Role()
    {
        var (name, role, party, record) = (UserInput.Name(), UserInput.RoleOption(), UserInput.PartyOption(), UserInput.Record());
        var command = new Command(
            "role", "Give a person another role, at once. The person and the keys have it from the next request on; sessions end.\n\nExample: holdfire user role anna --role analyst --record harvest")
        {
            name, role, party, record,
        };
        command.SetAction(async (result, _) =>
        {
            var folder = result.GetRequiredValue(record);
            var (given, side) = (UserInput.ReadRole(result.GetRequiredValue(role)), UserInput.ReadParty(folder, result.GetValue(party)));
            var account = RecordInput.Is(await UserInput.At(folder, d => d.SetRoleAsync(result.GetRequiredValue(name), given, side)).ConfigureAwait(false));
            result.Terminal.Out.WriteLine($"user: {account.UserName} has the role {RoleNames.NameOf(account.Role)}{(account.Party is { } of ? $" of {of}" : "")} now and has to sign in again");
            return ExitCodes.Done;
        });
        return command;
    }

    public static Command Reset()
    {
        var (name, record, format) = (UserInput.Name(), UserInput.Record(), Options.Format());
        var command = new Command(
            "reset",
            "Take password, authenticator app and passkeys from a person, end all sessions and print a new code: for a lost phone or laptop. Keys stay; revoke them with 'user key revoke'.\n\n"
            + "Example: holdfire user reset anna --record harvest")
        {
            name, record, format,
        };
        command.SetAction(async (result, _) =>
        {
            IssuedCodes.Print(
                result.Terminal, result.GetValue(format),
                RecordInput.Is(await UserInput.At(result.GetRequiredValue(record), d => d.ResetAsync(result.GetRequiredValue(name))).ConfigureAwait(false)));
            return ExitCodes.Done;
        });
        return command;
    }

    public static Command SignOut() => Of(
        "sign-out", "End all sessions of a person, at once. Keys stay; revoke them with 'user key revoke'.\n\nExample: holdfire user sign-out anna --record harvest",
        (desk, name) => desk.SignOutAsync(name), "is signed out everywhere");

    public static Command Remove() => Of(
        "remove", "Close an account: sessions and keys end at once. What the person entered stays in the record, and the name is given to nobody else.\n\nExample: holdfire user remove anna --record harvest",
        (desk, name) => desk.RemoveAsync(name), "has no account any more");

    private static Command Of(string word, string help, Func<AccountDesk, string, Task<Parsed<Account>>> work, string done)
    {
        var (name, record) = (UserInput.Name(), UserInput.Record());
        var command = new Command(word, help) { name, record };
        command.SetAction(async (result, _) =>
        {
            var account = RecordInput.Is(await UserInput.At(result.GetRequiredValue(record), d => work(d, result.GetRequiredValue(name))).ConfigureAwait(false));
            result.Terminal.Out.WriteLine($"user: {account.UserName} {done}");
            return ExitCodes.Done;
        });
        return command;
    }
}
