using System.CommandLine;
using Holdfire.Model;
using Holdfire.Cli.Commands.Records;
using Holdfire.Places;
using Holdfire.Record.Entries;
using Holdfire.CaseFormat;
using Holdfire.CaseFormat.Entries;
using NodaTime;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire incidents pin</c>: a person decides that two reports are, or are not, of one event.</summary>
internal static class IncidentPinCommand
{
    private const int Near = 3;

    public static Command Create()
    {
        var folder = Options.Case();
        var a = new Argument<string>("REPORT") { Description = "the id of a report" };
        var b = new Argument<string>("OTHER") { Description = "the id of another report" };
        var same = new Option<bool>("--same") { Description = "both are of one event" };
        var notSame = new Option<bool>("--not-same") { Description = "they are of different events" };
        var by = Options.Required("--by", "WHO", "who decided, by role, such as \"duty officer\"");
        var reason = Options.Required("--reason", "TEXT", "why; everyone will see it");
        var (key, @operator, outbox) = (RecordInput.KeyOption(), RecordInput.OperatorOption(), Outbox.Option());
        var command = new Command(
            "pin",
            "Decide that two reports are, or are not, of one event. Fusion obeys. The pin goes into pins.yaml of a case folder, or into a record as a signed entry.\n\n"
            + "Example: holdfire incidents pin ord-staff-032 east-desk-013 --same --by \"duty officer\" --reason \"the same crater\" --case cases/practice-line\n"
            + "Example: holdfire incidents pin ord-staff-032 vel-staff-018 --not-same --by \"duty officer\" --reason \"two launches on the recording\" --record harvest")
        {
            a, b, same, notSame, by, reason, folder, key, @operator, outbox,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(same) == result.GetValue(notSame))
            {
                result.AddError($"expected one of --same and --not-same, found {(result.GetValue(same) ? "both" : "neither")}");
            }
        });
        command.SetAction(async (result, _) =>
        {
            Pin Make(Case @case, Func<string> id)
            {
                var pin = new Pin(
                    "", Known(result.GetRequiredValue(a), @case), Known(result.GetRequiredValue(b), @case), result.GetValue(same),
                    Words("--by", result.GetRequiredValue(by)), Words("--reason", result.GetRequiredValue(reason)));
                Check(pin, @case);
                return pin with { Id = id() };
            }

            if (result.Record is { } record)
            {
                return await RecordAppend.AppendOrKeep(result.Terminal, record, result.GetValue(@operator), result.GetValue(outbox), origin =>
                {
                    using var signer = RecordInput.Key(result.Terminal, record, result.GetValue(key));
                    var pin = Make(CaseInput.LoadRecord(result.Terminal, record), () => PinIds.NextOf(RecordInput.Open(record).Ledger));
                    return signer.Sign(origin, EntryKind.Pin, Content(pin), SystemClock.Instance.GetCurrentInstant());
                }).ConfigureAwait(false);
            }

            var path = result.GetRequiredValue(folder);
            return PinIds.Add(result.Terminal, path, id => PinsFile.Text(Make(CaseInput.Load(result.Terminal, path), () => id)));
        });
        return command;
    }

    /// <summary>The text, which must say something.</summary>
    public static string Words(string option, string text) =>
        string.IsNullOrWhiteSpace(text) ? throw new InputException(option, "words", "none") : text.Trim();

    private static byte[] Content(Pin pin) => ItemFile.Read("pin", PinsFile.Text(pin), EntryKind.Pin, null, out _)!;

    private static ReportId Known(string text, Case @case)
    {
        if (@case.Reports.Any(r => r.Id.Value == text))
        {
            return new ReportId(text);
        }

        var near = @case.Reports.Select(r => r.Id.Value).OrderBy(id => EditDistance.Between(text, id)).ThenBy(id => id, StringComparer.Ordinal).Take(Near);
        throw @case.Statements.Any(s => s.Quantities.Any(q => q.Id.Value == text))
            ? new InputException("", "the id of a report", $"'{text}', a number in a statement: those are not fused")
            : new InputException("", $"the id of a known report, such as {string.Join(", ", near)}", $"'{text}'");
    }

    private static void Check(Pin pin, Case @case)
    {
        if (pin.A == pin.B)
        {
            throw new InputException("", "two different reports", $"{pin.A} twice");
        }

        if (@case.Pins.FirstOrDefault(p => p.SaysSame(pin)) is { } known)
        {
            throw new InputException("", "", $"pin {known.Id} says so already, by {known.By}: {known.Reason}");
        }

        if (Pin.FindContradiction([.. @case.Pins, pin]) is not { } apart)
        {
            return;
        }

        var chain = Pin.Chain([.. @case.Pins, pin], apart.A, apart.B);
        throw new InputException(
            "", "a pin that goes with the others", $"that {apart.A} and {apart.B} would be one event and not one: "
            + string.Join("; ", chain.Append(apart).Select(Said)) + ". Withdraw one of them first (holdfire incidents unpin).");
    }

    private static string Said(Pin pin) =>
        $"{(pin.Id.Length == 0 ? "this pin" : pin.Id)} says {pin.A} {PinTexts.Words(pin)} {pin.B}";
}
