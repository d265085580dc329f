using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Log;
using Holdfire.Record.Protection;
using Holdfire.Views;

namespace Holdfire.Cli.Commands.Records;

/// <summary>Appends one entry and tells where it stands.</summary>
internal static class RecordAppend
{
    public static Task<int> Append(
        Terminal terminal, string folder, string? operatorFile, Func<RecordWriter, Entry> make, string? file = null) =>
        Append(terminal, folder, operatorFile, writer => new NewEntry(make(writer)), file);

    public static async Task<int> Append(
        Terminal terminal, string folder, string? operatorFile, Func<RecordWriter, NewEntry> make, string? file = null)
    {
        using var @operator = RecordInput.OperatorKey(terminal, folder, operatorFile);
        try
        {
            var writer = await RecordInput.Writer(terminal, folder, @operator, operatorFile).ConfigureAwait(false);
            await using (writer.ConfigureAwait(false))
            {
                var made = make(writer);
                var receipt = await Append(writer, made, folder).ConfigureAwait(false);
                var isSealed = made.Sealed is { } hidden ? $", sealed for {hidden.Entry.Audience}" : "";
                terminal.Out.WriteLine(FormattableString.Invariant(
                    $"record: entry {receipt.Index}, {EntryKinds.NameOf(made.Told.Kind)} {made.Told.Item.Id}{isSealed}, under the checkpoint of {receipt.TreeSize} entries {receipt.Checkpoint.Root}"));
                await RecordInput.Published(terminal, writer).ConfigureAwait(false);
            }

            return ExitCodes.Done;
        }
        catch (RecordException e)
        {
            throw RecordInput.Refusal(e, file);
        }
        catch (MalformedException e)
        {
            throw new InputException(e.Error);
        }
    }

    /// <summary>The same, or where an outbox is named, keeps the signed entry there.</summary>
    public static Task<int> AppendOrKeep(Terminal terminal, string folder, string? operatorFile, string? outbox, Func<string, Entry> make, string? file = null) =>
        AppendOrKeep(terminal, folder, operatorFile, outbox, origin => new NewEntry(make(origin)), file);

    /// <summary>The same for an entry that may be sealed.</summary>
    public static async Task<int> AppendOrKeep(Terminal terminal, string folder, string? operatorFile, string? outbox, Func<string, NewEntry> make, string? file = null)
    {
        if (outbox is null)
        {
            return await Append(terminal, folder, operatorFile, writer => make(writer.Origin), file).ConfigureAwait(false);
        }

        try
        {
            var record = RecordInput.Open(folder);
            var made = make(record.Origin);
            return made.Sealed is { } hidden
                ? throw new InputException("--outbox", "an entry that everybody may see", $"one for {hidden.Entry.Audience}: what is sealed is entered beside the record alone")
                : new Outbox(outbox).Keep(terminal, record, made.Entry);
        }
        catch (RecordException e)
        {
            throw RecordInput.Refusal(e, file);
        }
        catch (MalformedException e)
        {
            throw new InputException(e.Error);
        }
    }

    // A protected content is kept before the entry that commits to it: one that is refused leaves nothing behind.
    private static async Task<LogReceipt> Append(RecordWriter writer, NewEntry made, string folder)
    {
        try
        {
            return made.Sealed is { } hidden
                ? await writer.AppendManyAsync([made.Entry], [hidden], RecordViews.SeenBy(LabelOf(hidden).Readers)).ConfigureAwait(false)
                : await writer.AppendAsync(made.Entry).ConfigureAwait(false);
        }
        catch (RecordException) when (made.Sealed is null && made.Entry.IsProtected && writer.IsHealthy)
        {
            new ContentFolder(folder).DestroyContent(made.Entry.ContentHash);
            throw;
        }
    }

    private static AudienceLabel LabelOf(SealedEntry hidden) => AudienceLabel.TryParse(hidden.Entry.Audience, out var label) ? label : default;
}
