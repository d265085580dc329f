using System.CommandLine;
using Holdfire.Model;
using Holdfire.Views;
using Holdfire.Cli.Output;
using NodaTime;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire truces</c>: what was agreed.</summary>
internal static class TrucesCommand
{
    public static Command Create()
    {
        var folder = Options.Case();
        var asOf = Options.AsOf();
        var format = Options.Format();
        var command = new Command(
            "truces", "What was agreed: each truce with who said what to it, whom it bound and when.\n\nExample: holdfire truces --case cases/practice-line")
        {
            folder, asOf, format,
        };
        command.SetAction(result =>
        {
            var instant = Options.ReadInstant(result.GetValue(asOf));
            var @case = CaseInput.Load(result, folder).AsOf(instant);
            var truces = @case.Truces;
            Answer.Print(
                result.GetValue(format),
                new { schema = "holdfire/truces/1", as_of = Texts.OfOptional(instant), truces = truces.Select(Json) },
                () => Table(truces), instant, invented: @case.Invented, csv: Csv);
            return ExitCodes.Done;
        });
        return command;
    }

    // One row for each party that a truce bound, one for a truce that bound none.
    private static readonly CsvShape Csv = new(
        "truces.in_force",
        [
            "^^as_of", "^truce", "^name", "^from", "^to", "^zone", "^extended", "party", "in_force_from=from", "in_force_to=to", "basis",
            "disputed", "prohibitions=^prohibitions.id", "^release_clause",
        ]);

    private static object Json(Truce truce) => new
    {
        truce = truce.Id.Value,
        truce.Name,
        from = Texts.OfOptional(truce.Intended.HasStart ? truce.Intended.Start : null),
        to = Texts.OfOptional(truce.Intended.HasEnd ? truce.Intended.End : null),
        truce.Zone,
        declarations = truce.Declarations.Select(d => new
        {
            actor = d.Actor.Value, d.Kind, d.Text, statement = d.Statement?.Value, d.Reference,
        }),
        in_force = truce.InForce.Select(f => new
        {
            party = f.Party.Value,
            from = Texts.OfOptional(f.When.HasStart ? f.When.Start : null),
            to = Texts.OfOptional(f.When.HasEnd ? f.When.End : null),
            f.Basis,
            f.Disputed,
        }),
        prohibitions = truce.Prohibitions.Select(p => new
        {
            p.Id, act = p.Act.Value, p.Target, areas = p.Areas.Select(a => a.Value), bound = p.Bound.Select(b => b.Value), p.Text,
        }),
        exceptions = truce.Exceptions.Select(e => new { act = e.Act?.Value, e.Target, areas = e.Areas.Select(a => a.Value), e.Text }),
        obligations = truce.Obligations.Select(o => new { party = o.Party.Value, o.Text, deadline = Texts.OfOptional(o.Deadline) }),
        truce.ReleaseClause,
        truce.Extended,
        truce.Conflicts,
    };

    private static Sheet Table(IReadOnlyList<Truce> truces) => new(
        ["truce", "name", "said of it", "in force", "forbids", "release clause"],
        [.. truces.Select(t => (System.Collections.Immutable.ImmutableArray<string>)
        [
            t.Id.Value,
            t.Name,
            string.Join("\n", t.Declarations.Select(d => $"{d.Actor} {Texts.Words(d.Kind)}")),
            t.InForce.IsEmpty
                ? "never in force"
                : string.Join("\n", t.InForce.Select(f => $"{f.Party}: {When(f.When, f.Zone)}{(f.Disputed ? " (disputed)" : "")}")),
            string.Join("\n", t.Prohibitions.Select(p => $"{p.Act}{(p.Target is { } k ? $" on {Texts.Words(k)}" : "")}: {string.Join(", ", p.Bound)}")),
            t.ReleaseClause ?? "none",
        ])]);

    private static string When(Interval interval, string zone)
    {
        var tz = DateTimeZoneProviders.Tzdb[zone];
        string Local(Instant i) => i.InZone(tz).ToString("uuuu-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return $"{(interval.HasStart ? Local(interval.Start) : "unknown")} to {(interval.HasEnd ? Local(interval.End) : "open")} {zone}";
    }
}
