using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.Cli.Commands.Records;

/// <summary><c>holdfire record keys</c>: who may sign, and changes of that.</summary>
internal static class KeysCommand
{
    public static Command Create() => new(
        "keys",
        "List the keys of a record, make one, register, rotate or revoke one. A source makes its own key and gives only the public part.\n\n"
        + "Example: holdfire record keys new aa-army --out aa-army.key && holdfire record keys register harvest VKEY --speaks-as aa-army")
    {
        ListCommand(), NewCommand(), RegisterCommand(), RotateCommand(), RevokeCommand(),
    };

    private static Command ListCommand()
    {
        var folder = RecordInput.Folder();
        var format = Options.Format();
        var command = new Command("list", "List the keys, revoked ones too.\n\nExample: holdfire record keys list harvest") { folder, format };
        command.SetAction(result =>
        {
            var record = RecordInput.Open(result.GetRequiredValue(folder));
            var keys = record.Ledger.Keys.Keys.ToImmutableArray();
            Answer.Print(
                result.Terminal,
                result.GetValue(format),
                new
                {
                    schema = "holdfire/record-keys/1", origin = record.Origin,
                    keys = keys.Select(k => new
                    {
                        key = k.Id.Value, k.Holder, speaks_as = k.SpeaksAs, registrar = k.IsRegistrar, registered = k.Registered, revoked = k.Revoked,
                    }),
                },
                () => new Sheet(
                    ["key", "holder", "speaks as", "registered by entry", "revoked by entry"],
                    [.. keys.Select(k => (ImmutableArray<string>)
                    [
                        k.Id.Value, k.IsRegistrar ? $"{k.Holder} (registers others)" : k.Holder, string.Join(", ", k.SpeaksAs),
                        k.Registered.ToString(CultureInfo.InvariantCulture), k.Revoked?.ToString(CultureInfo.InvariantCulture) ?? "",
                    ])]));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command NewCommand()
    {
        var holder = new Argument<string>("HOLDER") { Description = "who will hold it: a name without spaces" };
        var output = Options.Required("--out", "FILE", "the new file for the secret key");
        var command = new Command("new", "Make a key. Keep FILE secret; give the printed line to the registrar.\n\nExample: holdfire record keys new aa-army --out aa-army.key")
        {
            holder, output,
        };
        command.SetAction(result =>
        {
            var name = result.GetRequiredValue(holder);
            if (!KeyName.IsPlain(name))
            {
                throw new InputException("HOLDER", "a name without white space, plus signs and hidden characters", $"'{VisibleText.Name(name)}'");
            }

            using var key = NoteSigner.Generate(name, SignatureKind.Ed25519);
            try
            {
                KeyFile.Write(result.GetRequiredValue(output), key);
            }
            catch (RecordException e)
            {
                throw RecordInput.Refusal(e);
            }

            result.Terminal.Out.WriteLine(key.Verifier.ToVkey());
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command RegisterCommand()
    {
        var folder = RecordInput.Folder();
        var vkey = new Argument<string>("VKEY") { Description = "the public key as 'keys new' printed it" };
        var speaksAs = new Option<string[]>("--speaks-as")
        {
            Description = "the id of a source in whose name the holder speaks; may be given several times", HelpName = "SOURCE",
        };
        var (key, @operator) = (RegistrarOption(), RecordInput.OperatorOption());
        var command = new Command(
            "register", "Register a key.\n\nExample: holdfire record keys register harvest VKEY --speaks-as aa-army") { folder, vkey, speaksAs, key, @operator };
        command.SetAction((result, _) =>
        {
            var verifier = RecordInput.Is(NoteVerifier.Parse(result.GetRequiredValue(vkey)));
            if (!KeyName.IsPlain(verifier.Name))
            {
                throw new InputException("VKEY", "a holder's name without hidden characters", $"'{VisibleText.Name(verifier.Name)}'");
            }

            return Change(
                result.Terminal, result.GetRequiredValue(folder), result.GetValue(key), result.GetValue(@operator),
                new KeyChange.Register(verifier.Name, [.. verifier.PublicKey], [.. result.GetValue(speaksAs) ?? []]));
        });
        return command;
    }

    private static Command RotateCommand()
    {
        var folder = RecordInput.Folder();
        var old = new Argument<string>("KEY") { Description = "the id of the key that is replaced" };
        var vkey = new Argument<string>("VKEY") { Description = "the new public key" };
        var (key, @operator) = (RegistrarOption(), RecordInput.OperatorOption());
        var command = new Command(
            "rotate", "Replace a key by another of the same holder; signed by the old key or by the registrar.\n\nExample: holdfire record keys rotate harvest KEY VKEY --key old.key")
        {
            folder, old, vkey, key, @operator,
        };
        command.SetAction((result, _) => Change(
            result.Terminal, result.GetRequiredValue(folder), result.GetValue(key), result.GetValue(@operator),
            new KeyChange.Rotate(new KeyId(result.GetRequiredValue(old)), [.. RecordInput.Is(NoteVerifier.Parse(result.GetRequiredValue(vkey))).PublicKey])));
        return command;
    }

    private static Command RevokeCommand()
    {
        var folder = RecordInput.Folder();
        var id = new Argument<string>("KEY") { Description = "the id of the key" };
        var reason = Options.Required("--reason", "TEXT", "why, in words; everyone will see it");
        var (key, @operator) = (RegistrarOption(), RecordInput.OperatorOption());
        var command = new Command(
            "revoke", "Revoke a key: what it signed before stands, it signs nothing after.\n\nExample: holdfire record keys revoke harvest KEY --reason lost")
        {
            folder, id, reason, key, @operator,
        };
        command.SetAction((result, _) => Change(
            result.Terminal, result.GetRequiredValue(folder), result.GetValue(key), result.GetValue(@operator),
            new KeyChange.Revoke(new KeyId(result.GetRequiredValue(id)), result.GetRequiredValue(reason))));
        return command;
    }

    private static Option<string?> RegistrarOption() =>
        Options.Text("--key", "FILE", "the key that signs the change; DIR.private/keys/registrar.key if left out");

    private static async Task<int> Change(Terminal terminal, string folder, string? keyFile, string? operatorFile, KeyChange change)
    {
        using var key = RecordInput.Key(terminal, folder, keyFile, RecordInput.RegistrarFile);
        return await RecordAppend.Append(
            terminal, folder, operatorFile, writer => key.Sign(writer.Origin, EntryKind.Key, change.ToContent(), SystemClock.Instance.GetCurrentInstant()))
            .ConfigureAwait(false);
    }
}
