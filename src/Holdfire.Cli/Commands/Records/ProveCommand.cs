using System.CommandLine;
using System.Text;
using Holdfire.Record;

namespace Holdfire.Cli.Commands.Records;

/// <summary><c>holdfire record prove DIR</c>.</summary>
internal static class ProveCommand
{
    public static Command Create()
    {
        var folder = RecordInput.Folder();
        var entry = new Argument<string?>("ENTRY") { Description = "the index of an entry, or the id of an item", Arity = ArgumentArity.ZeroOrOne };
        var since = new Option<long?>("--since") { Description = "prove that the record begins with itself at this size", HelpName = "SIZE" };
        var until = new Option<long?>("--until") { Description = "the later size; that of the record if left out", HelpName = "SIZE" };
        var output = Options.Text("--out", "FILE", "the file to write; printed if left out");
        var command = new Command(
            "prove",
            "Prove that an entry is in the record (a C2SP tlog-proof), or that the record only grew since an earlier size.\n\n"
            + "Example: holdfire record prove harvest R17 --out R17.tlog-proof")
        {
            folder, entry, since, until, output,
        };
        command.SetAction(result =>
        {
            var path = result.GetRequiredValue(folder);
            var text = (result.GetValue(entry), result.GetValue(since)) switch
            {
                ({ } id, null) => Inclusion(path, id),
                (null, { } size) => Consistency(path, size, result.GetValue(until)),
                _ => throw new InputException("", "an ENTRY or --since SIZE", "neither or both"),
            };
            if (result.GetValue(output) is { } file)
            {
                File.WriteAllText(file, text, new UTF8Encoding(false));
                result.Terminal.Out.WriteLine($"proof: {Path.GetFullPath(file)}");
            }
            else
            {
                result.Terminal.Out.Write(text);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static string Inclusion(string folder, string id)
    {
        var record = RecordInput.Open(folder);
        var index = RecordInput.IndexOf(record, id);
        return Proved(() => record.Log.Prove(index).ToString());
    }

    private static string Consistency(string folder, long since, long? until)
    {
        var log = RecordInput.Open(folder).Log;
        var end = until ?? log.Size;
        return end < 0 || end > log.Size
            ? throw new InputException("--until", FormattableString.Invariant($"a size from 0 to {log.Size}"), FormattableString.Invariant($"{end}"))
            : since < 0 || since > end
            ? throw new InputException("--since", FormattableString.Invariant($"a size from 0 to {end}"), FormattableString.Invariant($"{since}"))
            : Proved(() => string.Concat(log.ProveConsistency(since, end).Select(h => h + "\n")));
    }

    // The entries were read whole; a proof needs the tiles too.
    private static string Proved(Func<string> prove)
    {
        try
        {
            return prove();
        }
        catch (RecordException e)
        {
            throw new InputException(e.Error.With("; see holdfire record verify")) { ExitCode = ExitCodes.Touched };
        }
    }
}
