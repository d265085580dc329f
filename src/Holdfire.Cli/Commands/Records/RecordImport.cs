using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Protection;
using Holdfire.Importers;
using Holdfire.CaseFormat.Entries;
using Holdfire.Model;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Cli.Commands.Records;

/// <summary>Imports into a record, which is opened once.</summary>
internal sealed class RecordImport(Terminal terminal, string? keyFile, string? operatorFile, bool yes, RecordSession session, AudienceLabel? label)
{
    private readonly string folder = session.Current.Log.Folder;

    // As those see it who may see what is entered: nothing that others may not see shows in it.
    private RecordReader Seen => CaseInput.SeenBy(session.Current, (label ?? AudienceLabel.Public).Readers);

    /// <summary>The case that the record holds.</summary>
    public Case ReadCase() => CaseInput.LoadRecord(terminal, Seen);

    /// <summary>Enters a case folder.</summary>
    /// <param name="path">The case folder.</param>
    /// <param name="withdrawMissing">Whether what the record holds and the folder does not is withdrawn.</param>
    /// <param name="dryRun">Whether it is only said what would be done.</param>
    public async Task<int> Folder(string path, bool withdrawMissing, bool dryRun)
    {
        _ = CaseInput.Load(terminal, path);
        var name = Path.GetFileName(Path.GetFullPath(path).TrimEnd('/'));
        if (dryRun)
        {
            return DryRun(FolderItems.Read(path), withdrawMissing);
        }

        var counts = await Enter(() => FolderItems.Read(path), withdrawMissing, $"the case folder {name} says otherwise", name).ConfigureAwait(false);
        terminal.Out.WriteLine(
            $"import: {counts.Added} entries added, {counts.Corrected} corrected, {counts.Present} already there, "
            + (withdrawMissing ? $"{counts.Withdrawn} withdrawn" : $"{counts.Missing} only in the record and left there")
            + (counts.LeftOut > 0 ? $", {counts.LeftOut} left out, each named above" : ""));
        return counts.LeftOut > 0 ? ExitCodes.SomeRejected : ExitCodes.Done;
    }

    /// <summary>Enters what files of a format hold.</summary>
    public async Task<ImportSummary> Rows(Case @case, ImportFormat format, string[] paths, ImportOptions options, Func<string, string> rejectsFile)
    {
        var held = RecordCase.Items(Seen, new ContentFolder(folder), false, _ => true).Where(i => i.Kind is not EntryKind.Attachment).ToArray();
        try
        {
            var (items, takenBack, summary) = RowImport.Plan(@case, held, format, ImportFile.Of(paths), options, rejectsFile);
            if (items.Length + takenBack.Length > 0)
            {
                var reason = options.Updates ? "the source itself has revised it" : "what includes it is known by now";
                await Enter(() => items, false, reason, Path.GetFileName(paths[0]), takenBack).ConfigureAwait(false);
            }

            return summary;
        }
        catch (UnreadableFileException e)
        {
            return ImportWriter.Unreadable(e);
        }
    }

    private int DryRun(IEnumerable<CaseItem> items, bool withdrawMissing)
    {
        using var key = File.Exists(keyFile ?? RecordInput.KeyPath(folder, RecordInput.ClerkFile)) ? RecordInput.Key(terminal, folder, keyFile) : null;
        var changes = CaseImport.Preview(session.Current, items, withdrawMissing, key?.Id);
        foreach (var change in changes)
        {
            terminal.Out.WriteLine(ImportWords.Of(change));
        }

        ImportWords.RefuseProtected(folder, changes);
        terminal.Out.WriteLine($"import: {changes.Length} changes would be made; nothing was written");
        return !yes && changes.Any(c => ImportWords.IsUndoing(c) || c.Effect == ImportEffect.Withdraw) ? ExitCodes.WouldUndo
            : changes.Any(c => c.Effect == ImportEffect.LeaveOut) ? ExitCodes.SomeRejected : ExitCodes.Done;
    }

    private async Task<ImportedItems> Enter(Func<IEnumerable<CaseItem>> items, bool withdrawMissing, string reason, string source, IReadOnlyCollection<TakenBack>? takenBack = null)
    {
        using var @operator = RecordInput.OperatorKey(terminal, folder, operatorFile);
        using var key = RecordInput.Key(terminal, folder, keyFile);
        var changes = CaseImport.Preview(session.Current, items(), withdrawMissing, key.Id);
        ImportWords.RefuseProtected(folder, changes);
        if (!yes)
        {
            ImportWords.RefuseUndoing(changes);
        }

        ImportWords.TellLeftOut(terminal, session.Current.Ledger, changes);
        using var progress = new ProgressLine(terminal, "items gone through");
        try
        {
            var writer = await RecordInput.Writer(terminal, folder, @operator, operatorFile).ConfigureAwait(false);
            await using (writer.ConfigureAwait(false))
            {
                var import = new CaseImport(RecordInput.Is(session.Refresh()), writer, key, SystemClock.Instance.GetCurrentInstant()) { LabelOf = ImportLabels.Of(label, items()) };
                var entered = await import.EnterAsync(items(), withdrawMissing, reason, source, progress.Show, takenBack).ConfigureAwait(false);
                await RecordInput.Published(terminal, writer).ConfigureAwait(false);
                ImportLabels.Tell(terminal, label, entered.Sealed);
                return entered;
            }
        }
        catch (RecordException e)
        {
            throw RecordInput.Refusal(e);
        }
        catch (MalformedException e)
        {
            throw new InputException(e.Error);
        }
    }
}
