using System.Collections.Immutable;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.CaseFormat;

/// <summary>Reads the statements of a case and the conflicting accounts of them.</summary>
internal sealed class StatementReader(LoadState state, ReportReader reports)
{
    private readonly Dictionary<string, (Statement Statement, Instant? Published)> read = new(StringComparer.Ordinal);

    public Statement Read(MapReader map)
    {
        var about = map.Has("about") ? state.Window(map.Map("about")) : null;
        var said = map.Map("said");
        var published = said is not null && InstantText.TryParse(said.Text("published"), out var instant) ? instant : (Instant?)null;
        foreach (var (truce, at) in map.Texts("truces"))
        {
            state.Ids.Refer(IdKind.Truce, truce, at);
        }

        var statement = new Statement
        {
            Id = new StatementId(state.Define(IdKind.Statement, map)),
            Document = new DocumentId(state.Refer(IdKind.Document, map, "document")),
            Passage = Passage(map.Map("passage")),
            Kind = map.Enum<StatementKind>("kind"),
            Form = map.Enum<StatementForm>("form"),
            Speaker = new SourceId(map.Text("speaker")),
            Addressee = map.Text("addressee"),
            Hearsay = map.Number("hearsay") ?? 0,
            Said = state.Window(said),
            About = about,
            Truces = [.. map.Texts("truces").Select(t => new TruceId(t.Text))],
            Paraphrase = map.Text("paraphrase"),
        };
        state.Ids.Refer(IdKind.Source, map.Text("speaker"), map.At("speaker"));
        statement = statement with { Quantities = Quantities(map, statement, published, true) };
        read.TryAdd(statement.Id.Value, (statement, published));
        return statement;
    }

    /// <summary>Reads a conflict; all statements must have been read.</summary>
    public Conflict ReadConflict(MapReader map, HashSet<string> known)
    {
        var id = map.Text("id");
        if (id.Length > 0 && !known.Add(id))
        {
            state.Errors.Add(map.At("id"), "a conflict id that is not in use", id);
        }

        var of = state.Refer(IdKind.Statement, map, "statement");
        var (statement, published) = read.GetValueOrDefault(of);
        return new Conflict(
            id, new StatementId(of), map.Text("question"),
            [.. map.Maps("accounts").Select(a => new ConflictAccount(
                a.Text("text"), a.Text("basis"), statement is null ? [] : Quantities(a, statement, published, false)))]);
    }

    private Passage? Passage(MapReader? map)
    {
        if (map is null)
        {
            return null;
        }

        var (start, end, hash) = (map.Number("start") ?? 0, map.Number("end") ?? 0, map.Text("sha256"));
        if (end < start)
        {
            state.Errors.Add(map.At("end"), FormattableString.Invariant($"an end not before the start, {start}"), map.Text("end"));
        }

        if (hash.Length > 0 && !DocumentReader.IsHash(hash))
        {
            state.Errors.Add(map.At("sha256"), DocumentReader.HashForm, hash);
        }

        return new Passage(start, end, hash);
    }

    private ImmutableArray<Report> Quantities(MapReader map, Statement statement, Instant? published, bool defines)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var all = new List<Report>();
        foreach (var item in map.Maps("quantities"))
        {
            var id = item.Text("id");
            if (defines)
            {
                state.Define(IdKind.Report, item);
            }
            else if (id.Length > 0 && !ids.Add(id))
            {
                state.Errors.Add(item.At("id"), "a quantity id that is not in use in this account", id);
            }

            all.Add(reports.ReadQuantity(item, statement, published));
        }

        return [.. all];
    }
}
