using System.Collections.Immutable;
using System.CommandLine;
using Holdfire.Audit;
using Holdfire.Model;
using Holdfire.Views;
using Holdfire.Cli.Output;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire audit</c>: what claims come to when checked.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var folder = Options.Case();
        var statement = Options.Text("--statement", "ID", "one statement; all of them if left out");
        var asOf = Options.AsOf();
        var format = Options.Format();
        var command = new Command(
            "audit",
            "What quantitative claims come to when held against finer claims, their parts, coverage and other accounts.\n\n"
            + "Example: holdfire audit --case cases/practice-line --statement S1")
        {
            folder, statement, asOf, format,
        };
        command.SetAction(result =>
        {
            var instant = Options.ReadInstant(result.GetValue(asOf));
            var @case = CaseInput.Load(result, folder).AsOf(instant);
            StatementId? id = result.GetValue(statement) is { } s ? Options.Known("--statement", s, @case.Statements.Select(x => x.Id)) : null;
            var claims = Auditor.Audit(@case, id, instant);
            Answer.Print(
                result.GetValue(format),
                new { schema = "holdfire/audit/1", as_of = Texts.OfOptional(instant), claims = claims.Select(AuditJson.Of) },
                () => Table(claims), instant, () => claims.SelectMany(AuditNotes.Of), @case.Invented, AuditJson.Csv);
            return ExitCodes.Done;
        });
        return command;
    }

    private static Sheet Table(ImmutableArray<AuditedClaim> claims) => new(
        ["claim", "act", "counted", "claimed", "own finer claims", "covered", "verdict", "fault"],
        [.. claims.Select(c => (ImmutableArray<string>)
        [
            c.Claim.Id.Value,
            c.Claim.Act.Value,
            $"{Texts.Words(c.Claim.Measure)} ({Texts.Words(c.Claim.Unit)})",
            Texts.Of(c.Claim.Count),
            c.Reasons.Any(r => r.Rule == "A-OWN-NONE") ? "no reports" : Texts.Of(c.Own),
            $"{Texts.Hours(c.CoveredHours)} of {Texts.Hours(c.WindowHours)} h",
            Texts.Words(c.Verdict),
            Texts.Words(c.Fault),
        ])]);
}
