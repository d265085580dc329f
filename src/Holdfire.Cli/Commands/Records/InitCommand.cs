using System.CommandLine;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Keys;
using Holdfire.Record.Log;
using Holdfire.Record.Protection;
using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.Cli.Commands.Records;

/// <summary><c>holdfire record init DIR</c>.</summary>
/// <remarks>
/// It can be stopped at any point and run again: a file that is there from the first step to the last says that the keys are of a record
/// which nobody can have seen yet.
/// </remarks>
internal static class InitCommand
{
    private const string Beginning = "beginning";

    // The registrar's opening entry and the clerk's registration.
    private const int FirstEntries = 2;

    public static Command Create()
    {
        var folder = RecordInput.Folder();
        var origin = Options.Text("--origin", "NAME", "the record's name: a URL without scheme; record.local/DIR if left out");
        var command = new Command(
            "init",
            "Begin a record in a new folder, with new keys in DIR.private/keys. DIR may be published; DIR.private never. Where it was cut short, "
            + "run it again.\n\n"
            + "Example: holdfire record init harvest --origin records.example/harvest")
        {
            folder, origin,
        };
        command.SetAction(async (result, _) =>
        {
            try
            {
                return await Run(result.Terminal, result.GetRequiredValue(folder), result.GetValue(origin)).ConfigureAwait(false);
            }
            catch (RecordException e)
            {
                throw RecordInput.Refusal(e);
            }
        });
        return command;
    }

    private static async Task<int> Run(Terminal terminal, string folder, string? origin)
    {
        var name = origin ?? $"record.local/{Path.GetFileName(Path.GetFullPath(folder).TrimEnd('/'))}";
        if (!KeyName.IsPlain(name))
        {
            throw new InputException("--origin", "a name without white space, plus signs and hidden characters", $"'{VisibleText.Name(name)}'");
        }

        var keys = new ContentFolder(folder).Keys;
        DemandNewOrBegun(folder, keys);
        ContentFolder.CreatePrivate(new ContentFolder(folder).Private);
        ContentFolder.CreatePrivate(keys);
        await File.WriteAllTextAsync(Path.Combine(keys, Beginning), "").ConfigureAwait(false);
        using var @operator = Key(terminal, keys, RecordInput.OperatorFile, name);
        using var registrar = new SubmitterKey(Key(terminal, keys, RecordInput.RegistrarFile, "registrar"));
        using var clerk = new SubmitterKey(Key(terminal, keys, RecordInput.ClerkFile, "clerk"));
        var writer = await RecordWriter.BeginAsync(folder, @operator, registrar, SystemClock.Instance).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            if (writer.Current.Size < FirstEntries)
            {
                var register = new KeyChange.Register(clerk.Holder, clerk.PublicKey, []);
                await writer.AppendAsync(
                    registrar.Sign(writer.Origin, register.Kind, register.ToContent(), SystemClock.Instance.GetCurrentInstant())).ConfigureAwait(false);
            }
        }

        File.Delete(Path.Combine(keys, Beginning));
        terminal.Out.WriteLine($"record: {name} begun in {folder}");
        terminal.Out.WriteLine($"operator's key, to be known to all who check it: {@operator.Verifier.ToVkey()}");
        terminal.Out.WriteLine($"secret keys: {keys} (operator, registrar, clerk); keep a copy elsewhere, publish {folder} alone");
        return ExitCodes.Done;
    }

    private static void DemandNewOrBegun(string folder, string keys)
    {
        if (File.Exists(Path.Combine(keys, Beginning)) || SizeOf(folder) < FirstEntries)
        {
            return;
        }

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new InputException(folder, "a new or empty folder", "one with files");
        }

        if (File.Exists(Path.Combine(keys, RecordInput.OperatorFile)))
        {
            throw new InputException(keys, "no keys", $"those of a record; bring its folder {folder} back, or choose another name. A second record by the same key would be a fork of the first");
        }
    }

    // Earlier versions left no mark of a beginning that was cut short; the log itself shows one.
    private static long SizeOf(string folder)
    {
        RecordLinks.Refuse(folder);
        return LogReader.Open(folder).Is(out var log, out _) ? log.Size : long.MaxValue;
    }

    private static NoteSigner Key(Terminal terminal, string folder, string file, string name)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            var made = NoteSigner.Generate(name, SignatureKind.Ed25519);
            KeyFile.Write(path, made);
            return made;
        }

        var key = RecordInput.Is(SigningKey.Read(terminal, path));
        if (key.Verifier.Name == name)
        {
            return key;
        }

        key.Dispose();
        throw new InputException(path, $"the key of '{name}'", $"that of '{key.Verifier.Name}'; go on with the name that the record was begun with");
    }
}
