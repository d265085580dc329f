using System.CommandLine;
using Holdfire.Cli.Commands.Records;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;
using Holdfire.Record.Witnesses;
using NodaTime;

namespace Holdfire.Cli.Commands.Witnesses;

/// <summary><c>holdfire witness</c>: cosigns the checkpoints of records, each only if it goes on from the last one seen.</summary>
internal static class WitnessCommand
{
    public static Command Create() => new(
        "witness", "Cosign the checkpoints of records, each only if it goes on from the last one seen (docs/record-log.md).")
    {
        Init(), CosignCommand.Create(), AskCommand.Create(), ServeCommand.Create(), StatusCommand.Create(), Trust(),
    };

    /// <summary>The folder in which a witness remembers what it cosigned.</summary>
    public static Option<string> State() =>
        Options.Required("--state", "DIR", "the witness's own folder, in which it remembers what it cosigned");

    /// <summary>The file with a witness's signing key.</summary>
    public static Option<string> Key() => Options.Required("--key", "FILE", "the file with the witness's signing key");

    /// <summary>Does work with a witness; what is wrong with files and keys becomes one line.</summary>
    public static int With(Terminal terminal, string state, string keyFile, Func<Witness, int> work)
    {
        try
        {
            using var key = SigningKey.Read(terminal, keyFile).OrThrow();
            return work(new Witness(state, key, SystemClock.Instance));
        }
        catch (RecordException e)
        {
            throw new InputException(e.Error);
        }
    }

    /// <summary>A verifier key, out of a file of one line.</summary>
    public static NoteVerifier ReadVkey(string option, string file) =>
        !File.Exists(file) ? throw new InputException(option, "a file with a verifier key", $"no file '{file}'")
        : NoteVerifier.Parse(File.ReadAllText(file).TrimEnd('\n')).Is(out var key, out var error) ? key
        : throw new InputException(error.Within(file).Within(option));

    private static Command Init()
    {
        var (state, key) = (State(), Key());
        var name = Options.Required("--name", "NAME", "the name of the key, such as witness.example/party-a");
        var after = Options.Text("--after", "DIR", "the folder of a witness whose key is to be replaced: what it knows is taken over");
        var afterKey = Options.Text("--after-key", "FILE", "the file with that witness's signing key");
        var command = new Command(
            "init",
            "Make a witness: a new key in FILE (mode 0600) and an empty memory. Prints the verifier key for the record's file 'witnesses'.\n\n"
            + "Example: holdfire witness init --state witness --key witness.key --name witness.example/party-a\n"
            + "Example: holdfire witness init --state second --key second.key --name witness.example/party-a-2 --after witness "
            + "--after-key witness.key")
        {
            state, key, name, after, afterKey,
        };
        command.SetAction(result =>
        {
            var text = result.GetRequiredValue(name);
            if (!KeyName.IsPlain(text))
            {
                throw new InputException("--name", "a name without white space, plus signs and hidden characters", $"'{VisibleText.Name(text)}'");
            }

            if ((result.GetValue(after) is null) != (result.GetValue(afterKey) is null))
            {
                throw new InputException("", "--after and --after-key together", "one of them");
            }

            try
            {
                using var made = NoteSigner.Generate(text, SignatureKind.Cosignature);
                KeyFile.Write(result.GetRequiredValue(key), made);
                var witness = new Witness(result.GetRequiredValue(state), made, SystemClock.Instance);
                if (result.GetValue(after) is { } other && result.GetValue(afterKey) is { } otherKey)
                {
                    using var old = SigningKey.Read(result.Terminal, otherKey).OrThrow();
                    witness.TakeOver(new Witness(other, old, SystemClock.Instance));
                }

                result.Terminal.Out.WriteLine(made.Verifier.ToVkey());
            }
            catch (RecordException e)
            {
                throw new InputException(e.Error);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Trust()
    {
        var (state, key) = (State(), Key());
        var log = Options.Required("--log", "FILE", "the record's operator key, such as its file log.vkey");
        var command = new Command(
            "trust",
            "Make a record's operator key known. Another key for the same record is refused from then on.\n\n"
            + "Example: holdfire witness trust --state witness --key witness.key --log log.vkey")
        {
            state, key, log,
        };
        command.SetAction(result => With(result.Terminal, result.GetRequiredValue(state), result.GetRequiredValue(key), witness =>
        {
            witness.Trust(ReadVkey("--log", result.GetRequiredValue(log)));
            return ExitCodes.Done;
        }));
        return command;
    }
}
