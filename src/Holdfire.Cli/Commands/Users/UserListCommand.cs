using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Holdfire.Accounts;
using Holdfire.Cli.Output;
using NodaTime;

namespace Holdfire.Cli.Commands.Users;

/// <summary><c>holdfire user list</c>.</summary>
internal static class UserListCommand
{
    public static Command Create()
    {
        var (record, format) = (UserInput.Record(), Options.Format());
        var command = new Command("list", "List the accounts: role, party, how each signs in, and how many keys are in use.\n\nExample: holdfire user list --record harvest") { record, format };
        command.SetAction(async (result, _) =>
        {
            var now = SystemClock.Instance.GetCurrentInstant();
            var accounts = await UserInput.At(result.GetRequiredValue(record), d => d.ListAsync()).ConfigureAwait(false);
            Answer.Print(
                result.Terminal, result.GetValue(format),
                new
                {
                    schema = "holdfire/users/1",
                    users = accounts.Select(a => new
                    {
                        name = a.Account.UserName, role = RoleNames.NameOf(a.Account.Role), party = a.Account.Party, signs_in = HowOf(a),
                        code_until = Texts.OfOptional(a.Account.CodeUntil), keys = KeysOf(a, now),
                    }),
                },
                () => new Sheet(
                    ["name", "role", "party", "signs in by", "keys in use"],
                    [.. accounts.Select(a => (ImmutableArray<string>)
                    [
                        a.Account.UserName!, RoleNames.NameOf(a.Account.Role), a.Account.Party ?? "", string.Join(", ", HowOf(a)) is { Length: > 0 } how ? how : Waiting(a, now),
                        KeysOf(a, now).ToString(CultureInfo.InvariantCulture),
                    ])]));
            return ExitCodes.Done;
        });
        return command;
    }

    private static int KeysOf(ListedAccount listed, Instant now) => listed.Account.Keys.Count(k => k.IsGood(now));

    private static ImmutableArray<string> HowOf(ListedAccount listed) =>
        [.. (string[])(listed.HasPassword ? ["password"] : []), .. (string[])(listed.Passkeys > 0 ? ["passkey"] : [])];

    private static string Waiting(ListedAccount listed, Instant now) =>
        listed.Account.CodeUntil is { } until && now < until ? $"nothing yet; code good until {Texts.Of(until)}" : "nothing; use user reset";
}
