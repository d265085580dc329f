using System.CommandLine;
using Holdfire.Record;
using Holdfire.Record.Keys;
using Holdfire.Record.Log;
using Holdfire.Record.Protection;
using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.Cli.Commands.Records;

/// <summary><c>holdfire record init DIR</c>.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var folder = RecordInput.Folder();
        var origin = Options.Text("--origin", "NAME", "the record's name: a URL without scheme; record.local/DIR if left out");
        var command = new Command(
            "init",
            "Begin a record in a new folder, with new keys in DIR.private/keys. DIR may be published; DIR.private never.\n\n"
            + "Example: holdfire record init harvest --origin records.example/harvest")
        {
            folder, origin,
        };
        command.SetAction((result, _) => Run(result.GetRequiredValue(folder), result.GetValue(origin)));
        return command;
    }

    private static async Task<int> Run(string folder, string? origin)
    {
        var name = origin ?? $"record.local/{Path.GetFileName(Path.GetFullPath(folder).TrimEnd('/'))}";
        if (!KeyName.IsValid(name))
        {
            throw new InputException($"--origin: expected a name without white space and plus signs, found '{name}'");
        }

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new InputException($"{folder}: expected a new or empty folder, found one with files");
        }

        var contents = new ContentFolder(folder);
        var keys = contents.Keys;
        ContentFolder.CreatePrivate(contents.Private);
        ContentFolder.CreatePrivate(keys);
        using var @operator = NewKey(keys, RecordInput.OperatorFile, name);
        using var registrar = new SubmitterKey(NewKey(keys, RecordInput.RegistrarFile, "registrar"));
        using var clerk = new SubmitterKey(NewKey(keys, RecordInput.ClerkFile, "clerk"));
        var writer = await RecordWriter.CreateAsync(folder, @operator, registrar, SystemClock.Instance).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            var register = new KeyChange.Register(clerk.Holder, clerk.PublicKey, []);
            await writer.AppendAsync(
                registrar.Sign(writer.Origin, register.Kind, register.ToContent(), SystemClock.Instance.GetCurrentInstant())).ConfigureAwait(false);
        }

        Console.Out.WriteLine($"record: {name} begun in {folder}");
        Console.Out.WriteLine($"operator's key, to be known to all who check it: {@operator.Verifier.ToVkey()}");
        Console.Out.WriteLine($"secret keys: {keys} (operator, registrar, clerk); keep a copy elsewhere, publish {folder} alone");
        return ExitCodes.Done;
    }

    private static NoteSigner NewKey(string folder, string file, string name)
    {
        var key = NoteSigner.Generate(name, SignatureKind.Ed25519);
        KeyFile.Write(Path.Combine(folder, file), key);
        return key;
    }
}
