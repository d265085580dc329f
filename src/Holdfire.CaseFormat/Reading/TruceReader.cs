using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.CaseFormat;

/// <summary>Reads the truces of a case.</summary>
internal sealed class TruceReader(LoadState state)
{
    private readonly TermTimes times = new(state);

    public Truce Read(MapReader map)
    {
        var (intended, ends) = times.Intended(map);
        var truce = new Truce
        {
            Id = new TruceId(state.Define(IdKind.Truce, map)),
            Name = map.Text("name"),
            Announced = state.Window(map.Map("announced")),
            Intended = intended,
            Ends = ends,
            Zone = map.Text("zone"),
            Declarations = [.. map.Maps("declarations").Select(Declaration)],
            InForce = [.. map.Maps("in_force").Select(m => times.InForce(m, null))],
            Prohibitions = Prohibitions(map),
            Exceptions = [.. map.Maps("exceptions").Select(Exception)],
            Obligations = new ObligationReader(state).Read(map),
            Tolerance = map.Map("tolerance") is { } tolerance
                ? new Tolerance(tolerance.Enum<ProofNeeded>("standard"), tolerance.Number("per_day") ?? 0) : null,
            Reporting = Reporting(map),
            ReleaseClause = map.TextOrNull("release_clause"),
            Extended = map.TextOrNull("extended"),
            Conflicts = [.. map.Texts("conflicts").Select(t => t.Text)],
        };
        return new ExtensionReader(state, times, Declaration).Read(map, truce);
    }

    private ImmutableArray<ReportingBounds> Reporting(MapReader map)
    {
        const double Greatest = 1000;
        var of = new List<ReportingBounds>();
        foreach (var item in map.Maps("reporting"))
        {
            SourceId? source = item.Has("source") ? new SourceId(state.Refer(IdKind.Source, item, "source")) : null;
            var (least, most) = (item.Decimal("least", 0, Greatest) ?? 1, item.Decimal("most", 0, Greatest) ?? Greatest);
            if (!(least > 0 && least <= most))
            {
                state.Errors.Add(item.At("least"), "a number above 0 that is no more than most", item.Text("least"));
            }
            else if (of.Exists(r => r.Source == source))
            {
                state.Errors.Add(item.At("source"), "each source once, and once no source, for all others", source?.Value ?? "none again");
            }

            of.Add(new ReportingBounds(source, least, most, item.Text("basis")));
        }

        return [.. of];
    }

    private PartyId Party(MapReader map, string key) => new(state.Refer(IdKind.Party, map, key));

    private Declaration Declaration(MapReader map)
    {
        var statement = state.Refer(IdKind.Statement, map, "statement");
        return new Declaration(
            Party(map, "actor"), map.Enum<DeclarationKind>("kind"), state.Window(map.Map("when")), map.Text("text"),
            statement.Length > 0 ? new StatementId(statement) : null, map.Text("reference"));
    }

    private ImmutableArray<Prohibition> Prohibitions(MapReader map)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var read = new List<Prohibition>();
        foreach (var item in map.Maps("prohibitions"))
        {
            if (!ids.Add(item.Text("id")) && item.Has("id"))
            {
                state.Errors.Add(item.At("id"), "a prohibition id that is not in use in this truce", item.Text("id"));
            }

            read.Add(new Prohibition(
                item.Text("id"), state.Act(item, "act"), state.Target(item, "target"), state.Areas(item, "areas"),
                [.. item.Texts("bound").Select(b => Bound(b.Text, b.At))], item.Text("text")));
        }

        return [.. read];
    }

    private PartyId Bound(string id, Spot at)
    {
        state.Ids.Refer(IdKind.Party, id, at);
        return new PartyId(id);
    }

    private TermsException Exception(MapReader map) =>
        new(map.Has("act") ? state.Act(map, "act") : null, map.Text("text"))
        {
            Target = state.Target(map, "target"), Areas = state.Areas(map, "areas"),
        };
}
