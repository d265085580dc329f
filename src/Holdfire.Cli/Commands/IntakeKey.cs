using Holdfire.Cli.Commands.Records;
using Holdfire.Cli.Output;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.Cli.Commands;

/// <summary>The key that signs what phones send, since they hold none. Where it lies beside a record, they may send.</summary>
internal static class IntakeKey
{
    /// <summary>Its file in the folder of keys.</summary>
    public const string FileName = "intake.key";

    /// <summary>Whether a key lies beside a record.</summary>
    public static bool Has(string record, string file) => File.Exists(RecordInput.KeyPath(record, file));

    /// <summary>Makes the key and registers it, where there is none and the keys that this takes lie beside the record.</summary>
    /// <param name="terminal">Is told of it on standard error.</param>
    /// <param name="record">The record's folder.</param>
    public static async Task Ensure(Terminal terminal, string record)
    {
        if (Has(record, FileName) || !Has(record, RecordInput.OperatorFile) || !Has(record, RecordInput.RegistrarFile))
        {
            return;
        }

        // Registered before it is put in place: a key that is there can be used.
        var path = RecordInput.KeyPath(record, FileName);
        var unfinished = path + ".new";
        File.Delete(unfinished);
        using var key = NoteSigner.Generate(ServerHolders.Intake, SignatureKind.Ed25519);
        KeyFile.Write(unfinished, key);
        using var registrar = RecordInput.Key(terminal, record, null, RecordInput.RegistrarFile);
        var quiet = new Terminal(() => TextReader.Null, terminal.Error, terminal.Error);
        await RecordAppend.Append(
            quiet, record, null,
            writer => registrar.Sign(
                writer.Origin, EntryKind.Key, new KeyChange.Register(key.Verifier.Name, [.. key.Verifier.PublicKey], []).ToContent(), SystemClock.Instance.GetCurrentInstant()))
            .ConfigureAwait(false);
        File.Move(unfinished, path);
        terminal.Error.WriteLine($"holdfire: made and registered the key that signs what phones send, {path}");
    }
}
