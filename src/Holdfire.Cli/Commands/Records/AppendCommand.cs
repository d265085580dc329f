using System.CommandLine;
using Holdfire.Record;
using Holdfire.Views;

namespace Holdfire.Cli.Commands.Records;

/// <summary><c>holdfire record append DIR</c>.</summary>
internal static class AppendCommand
{
    public static Command Create()
    {
        var folder = RecordInput.Folder();
        var kind = Options.Text("--kind", "KIND", "what it is: report, statement, truce, source, document, party, place, conflict, case, pin, talks, finding or attachment");
        var file = Options.Text("--file", "FILE", "the item as in the case format, YAML; '-' for standard input; for an attachment the file itself");
        var list = Options.Text("--list", "NAME", "for talks: the list that the item belongs to");
        var source = Options.Text("--source", "ID", "for an attachment: the source that it comes from");
        var media = Options.Text("--media-type", "TYPE", "for an attachment, such as image/jpeg; application/octet-stream if left out");
        var corrects = Options.Text("--corrects", "ENTRY", "the entry in whose place the item stands from now on; both stay visible");
        var withdraws = Options.Text("--withdraws", "ENTRY", "take an entry back; it stays visible");
        var erases = Options.Text("--erases", "ENTRY", "destroy the protected content of an entry, here, and say so in the log");
        var sets = Options.Text("--sets-aside", "ENTRY", "leave an entry that no one can read out of the case, as the registrar; every answer names it, and withdrawing this undoes it");
        var reason = Options.Text("--reason", "TEXT", "why a correction, withdrawal, erasure or setting aside is made; everyone will see it");
        var published = Options.Text(
            "--published", "INSTANT",
            "for a correction or withdrawal that the source itself made: when it did, such as 2030-05-11T00:00Z. Counts go by it from then on, and what stood "
            + "before stays in the case. Without it the change mends an entry that was entered wrongly, unless the source signed both itself");
        var hidden = new Option<bool>("--protected") { Description = "log a commitment alone; content and salt are kept in DIR.private" };
        var audience = new LabelOption("who may see the entry: public, mission, party:ID or named:ID,ID. For others the log shows nothing of it but a commitment");
        var (key, @operator, outbox) = (RecordInput.KeyOption(), RecordInput.OperatorOption(), Outbox.Option());
        var command = new Command(
            "append",
            "Add one signed entry, once the case with it has no errors. It is acknowledged when it is on disk under a signed checkpoint.\n\n"
            + "Example: holdfire record append harvest --kind report --file report.yaml\n"
            + "Example: holdfire record append harvest --corrects R17 --file report.yaml --reason \"the town was misread\"\n"
            + "Example: holdfire record append harvest --kind report --file report.yaml --audience party:AA\n"
            + "Example: holdfire record append harvest --withdraws R17 --reason \"entered twice\"\n"
            + "Example: holdfire record append harvest --withdraws R17 --reason \"the army took it back\" --published 2030-05-11T09:00Z")
        {
            folder, kind, file, list, source, media, corrects, withdraws, erases, sets, reason, published, hidden, audience, outbox, key, @operator,
        };
        command.SetAction(async (result, _) =>
        {
            var path = RecordInput.Existing(result.GetRequiredValue(folder));
            var isRegistrars = result.GetValue(sets) is not null;
            using var submitter = RecordInput.Key(result.Terminal, path, result.GetValue(key), isRegistrars ? RecordInput.RegistrarFile : RecordInput.ClerkFile);
            var request = new EntryRequest(
                result.Terminal, path, submitter, result.GetValue(kind), result.GetValue(file), result.GetValue(list), result.GetValue(source),
                result.GetValue(media) ?? "application/octet-stream", result.GetValue(reason), result.GetValue(published), result.GetValue(hidden), LabelOption.Of(result, () => RecordInput.Open(path)),
                result.GetValue(outbox) is { } named ? new Outbox(named) : null);
            if (request is { Hidden: true, Label: not null })
            {
                throw new InputException("--protected", "one of --protected and --audience", "both: a sealed entry shows less than a protected one");
            }

            RecordReader Seen() => CaseInput.SeenBy(RecordInput.Open(path), (request.Label ?? AudienceLabel.Public).Readers);
            return (result.GetValue(corrects), result.GetValue(withdraws), result.GetValue(erases), result.GetValue(sets)) switch
            {
                (null, null, null, null) => await Append(origin => request.New(origin, RecordInput.Open(path))).ConfigureAwait(false),
                ({ } entry, null, null, null) => await Append(origin => request.Correction(origin, Seen(), entry)).ConfigureAwait(false),
                (null, { } entry, null, null) => await Append(origin => request.Withdrawal(origin, Seen(), entry)).ConfigureAwait(false),
                (null, null, { } entry, null) => await RecordErase.Erase(result.Terminal, path, result.GetValue(@operator), request, entry).ConfigureAwait(false),
                (null, null, null, { } entry) => await Append(origin => request.SettingAside(origin, RecordInput.Open(path), entry)).ConfigureAwait(false),
                _ => throw new InputException("", "one of --corrects, --withdraws, --erases and --sets-aside", "several"),
            };

            Task<int> Append(Func<string, NewEntry> make) => RecordAppend.AppendOrKeep(result.Terminal, path, result.GetValue(@operator), result.GetValue(outbox), make, result.GetValue(file));
        });
        return command;
    }
}
