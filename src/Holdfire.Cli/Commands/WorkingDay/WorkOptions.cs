using System.CommandLine;
using Holdfire.CaseFormat;
using Holdfire.Cli.Commands.Records;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Cli.Commands.WorkingDay;

/// <summary>What every command of the working day takes, and how it writes: a line of a case folder, or a signed entry of a record.</summary>
internal sealed class WorkOptions
{
    private readonly Option<string> folder = Options.Case();
    private readonly Option<string?> by = Options.Text("--by", "WHO", "who does it, by role or name; in a record the holder of the key if left out");
    private readonly Option<string?> at = Options.Text("--at", "INSTANT", "when it was done, such as 2030-05-11T08:00Z; now if left out");
    private readonly Option<string?> key = RecordInput.KeyOption();
    private readonly Option<string?> operatorKey = RecordInput.OperatorOption();
    private readonly Option<string?> outbox = Outbox.Option();
    private readonly LabelOption audience = new("with a record: who may see the entry: public, mission, party:ID or named:ID,ID. For others the log shows nothing of it but a commitment");

    /// <summary>Adds the options to a command.</summary>
    public static WorkOptions AddTo(Command command)
    {
        var options = new WorkOptions();
        foreach (var option in (Option[])[options.by, options.at, options.folder, options.key, options.operatorKey, options.outbox, options.audience])
        {
            command.Add(option);
        }

        return options;
    }

    /// <summary>The instant of an option; null where it is left out.</summary>
    public static Instant? ReadInstant(string option, string? text) => text is null ? null
        : InstantText.TryParse(text, out var instant) ? instant : throw new InputException(option, InstantText.Form, $"'{text}'");

    /// <summary>Adds one item to the folder or the record that the command line names.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="prefix">The letter that its id begins with.</param>
    /// <param name="make">Makes its text, with an id that is empty at first.</param>
    public async Task<int> Add(ParseResult result, EntryKind kind, string prefix, Func<WorkHand, string, string> make)
    {
        var when = ReadInstant("--at", result.GetValue(at)) ?? Instant.FromUnixTimeSeconds(SystemClock.Instance.GetCurrentInstant().ToUnixTimeSeconds());
        if (result.Record is not { } record)
        {
            if (result.GetValue(audience) is { } named)
            {
                throw new InputException(AudienceOption.Called, "--record DIR with it: a case folder is read whole", named);
            }

            return AddLine(result.Terminal, result.GetRequiredValue(folder), kind, Made(WhoOf(result, ""), ""));
        }

        var label = LabelOption.Of(result, () => RecordInput.Open(record)) ?? AudienceLabel.Public;
        return await RecordAppend.AppendOrKeep(result.Terminal, record, result.GetValue(operatorKey), result.GetValue(outbox), origin =>
        {
            using var signer = RecordInput.Key(result.Terminal, record, result.GetValue(key));
            var made = Made(WhoOf(result, signer.Holder), signer.Id.ToString()!, signer.Holder);
            var content = WorkItems.Content(kind, made(CaseInput.LoadRecord(result.Terminal, CaseInput.SeenBy(RecordInput.Open(record), label.Readers))));
            var now = SystemClock.Instance.GetCurrentInstant();
            return label == AudienceLabel.Public ? new NewEntry(signer.Sign(origin, kind, content, now)) : NewEntry.Of(signer.Seal(origin, kind, content, now, label.ToString()));
        }).ConfigureAwait(false);

        Func<Model.Case, string> Made(string who, string signerKey, string holder = "") => @case =>
        {
            var hand = new WorkHand(@case, who, holder, when);
            return make(hand, WorkItems.IdOf(prefix, make(hand, ""), signerKey));
        };
    }

    private string WhoOf(ParseResult result, string otherwise) => IncidentPinCommand.Words("--by", result.GetValue(by) ?? otherwise);

    private static int AddLine(Terminal terminal, string path, EntryKind kind, Func<Model.Case, string> make)
    {
        using var hold = ListFile.Hold(path);
        var (file, line) = (WorkItems.FileOf(kind), make(CaseInput.Load(terminal, path)));
        try
        {
            ListFile.Add(path, file, line);
        }
        catch (MalformedException e)
        {
            throw new InputException(e.Error.At($"{path}/{file}"));
        }

        terminal.Out.WriteLine($"{file}: {line}");
        return ExitCodes.Done;
    }
}
