using System.CommandLine;
using Holdfire.Model;
using Holdfire.Cli.Commands.Records;
using Holdfire.Record.Entries;
using Holdfire.CaseFormat;
using NodaTime;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire incidents unpin</c>: a person takes a pin back.</summary>
internal static class IncidentUnpinCommand
{
    public static Command Create()
    {
        var folder = Options.Case();
        var id = new Argument<string>("PIN") { Description = "the id of a pin that stands, as 'holdfire incidents pins' lists them" };
        var by = Options.Text("--by", "WHO", "for a case folder: who decided, by role; in a record it is the holder of the key");
        var reason = Options.Required("--reason", "TEXT", "why; everyone will see it");
        var (key, @operator, outbox) = (RecordInput.KeyOption(), RecordInput.OperatorOption(), Outbox.Option());
        var command = new Command(
            "unpin",
            "Take a pin back. It stays visible, in pins.yaml or in the record, and fusion obeys it no more.\n\n"
            + "Example: holdfire incidents unpin P1 --by \"duty officer\" --reason \"another crater after all\" --case cases/practice-line")
        {
            id, by, reason, folder, key, @operator, outbox,
        };
        command.SetAction(async (result, _) =>
        {
            var (pin, why) = (result.GetRequiredValue(id), IncidentPinCommand.Words("--reason", result.GetRequiredValue(reason)));
            if (result.Record is { } record)
            {
                return await RecordAppend.AppendOrKeep(result.Terminal, record, result.GetValue(@operator), result.GetValue(outbox), origin =>
                {
                    Check(pin, CaseInput.LoadRecord(result.Terminal, record));
                    using var signer = RecordInput.Key(result.Terminal, record, result.GetValue(key));
                    var reader = RecordInput.Open(record);
                    var index = reader.Ledger.Find(EntryKind.Pin, pin)!.Value;
                    return signer.Sign(
                        origin, EntryKind.Withdrawal, ItemContents.Change(reader.Entry(index).Leaf, why), SystemClock.Instance.GetCurrentInstant());
                }).ConfigureAwait(false);
            }

            var path = result.GetRequiredValue(folder);
            var who = IncidentPinCommand.Words("--by", result.GetValue(by) ?? "");
            return PinIds.Add(result.Terminal, path, next =>
            {
                Check(pin, CaseInput.Load(result.Terminal, path));
                return PinsFile.WithdrawalText(next, pin, who, why);
            });
        });
        return command;
    }

    private static void Check(string id, Case @case)
    {
        if (@case.Pins.All(p => p.Id != id))
        {
            var known = @case.Pins.IsEmpty ? "none stands" : string.Join(", ", @case.Pins.Select(p => p.Id));
            throw new InputException("PIN", $"the id of a pin that stands ({known})", $"'{id}'");
        }
    }
}
