using System.Collections.Immutable;
using System.CommandLine;
using Holdfire.Cli.Commands.Records;
using Holdfire.Cli.Output;
using NodaTime;

namespace Holdfire.Cli.Commands.Users;

/// <summary><c>holdfire user key</c>: keys with which programs act for a person.</summary>
internal static class UserKeyCommand
{
    // A key that nobody thinks of any more ends by itself.
    private static readonly Period UsualLife = Period.FromYears(1);

    public static Command Create() => new(
        "key",
        "Make, list or revoke keys with which programs and phones act for a person, with that person's role, on this record alone.\n\n"
        + "Example: holdfire user key add anna --name 'QGIS at the office' --until 2030-06-30 --record harvest")
    {
        Add(), List(), Revoke(),
    };

    private static Command Add()
    {
        var (name, record, format) = (UserInput.Name(), UserInput.Record(), Options.Format());
        var purpose = Options.Text("--name", "WHAT", "what it is for, such as 'QGIS at the office'");
        var until = Options.Text("--until", "DATE", "the last day on which it is good, in UTC; a year from today if left out");
        var command = new Command(
            "add", "Make a key and print it, once; a hash of it is kept. Programs send it as 'Authorization: Bearer KEY'.\n\nExample: holdfire user key add anna --name QGIS --record harvest")
        {
            name, purpose, until, record, format,
        };
        command.SetAction(async (result, _) =>
        {
            var today = SystemClock.Instance.GetCurrentInstant().InUtc().Date;
            var last = result.GetValue(until) is { } text ? Options.ReadDate("--until", text) : today + UsualLife;
            var issued = RecordInput.Is(await UserInput.At(
                result.GetRequiredValue(record),
                d => d.AddKeyAsync(result.GetRequiredValue(name), result.GetValue(purpose) ?? "", last.PlusDays(1).AtMidnight().InUtc().ToInstant())).ConfigureAwait(false));
            Answer.Print(
                result.Terminal, result.GetValue(format),
                new { schema = "holdfire/user-key/1", key = issued.Key.Id, name = result.GetRequiredValue(name), purpose = issued.Key.Purpose, secret = issued.Secret, until = Texts.Of(issued.Key.Until) },
                () => new Sheet(["key", "secret", "good until"], [[issued.Key.Id, issued.Secret, Texts.Of(issued.Key.Until)]]),
                notes: () => ["Keep the secret where the program alone can read it. It is shown this once."]);
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command List()
    {
        var (record, format) = (UserInput.Record(), Options.Format());
        var command = new Command("list", "List the keys of all people: what for, since when, until when, revoked or not. No secret is shown.\n\nExample: holdfire user key list --record harvest")
        {
            record, format,
        };
        command.SetAction(async (result, _) =>
        {
            var accounts = await UserInput.At(result.GetRequiredValue(record), d => d.ListAsync()).ConfigureAwait(false);
            var keys = accounts.SelectMany(a => a.Account.Keys.OrderBy(k => k.Made).Select(k => (a.Account, Key: k))).ToImmutableArray();
            Answer.Print(
                result.Terminal, result.GetValue(format),
                new
                {
                    schema = "holdfire/user-keys/1",
                    keys = keys.Select(k => new
                    {
                        key = k.Key.Id, name = k.Account.UserName, purpose = k.Key.Purpose, made = Texts.Of(k.Key.Made), until = Texts.Of(k.Key.Until), revoked = Texts.OfOptional(k.Key.Revoked),
                    }),
                },
                () => new Sheet(
                    ["key", "acts for", "what for", "made", "good until", "revoked"],
                    [.. keys.Select(k => (ImmutableArray<string>)
                    [
                        k.Key.Id, k.Account.UserName!, k.Key.Purpose, Texts.Of(k.Key.Made), Texts.Of(k.Key.Until), Texts.OfOptional(k.Key.Revoked) ?? "",
                    ])]));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Revoke()
    {
        var (id, record) = (new Argument<string>("KEY") { Description = "the name of the key, such as k-3f9a02b7" }, UserInput.Record());
        var command = new Command("revoke", "Revoke a key, at once.\n\nExample: holdfire user key revoke k-3f9a02b7 --record harvest") { id, record };
        command.SetAction(async (result, _) =>
        {
            var key = RecordInput.Is(await UserInput.At(result.GetRequiredValue(record), d => d.RevokeKeyAsync(result.GetRequiredValue(id))).ConfigureAwait(false));
            result.Terminal.Out.WriteLine($"user: the key {key.Id} is revoked");
            return ExitCodes.Done;
        });
        return command;
    }
}
