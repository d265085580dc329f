using System.Text;
using System.Xml.Linq;
using Holdfire.Model;

namespace Holdfire.Queries;

/// <summary>
/// The standing preconditions as a graph for other programs: an edge runs from what is required to what it is required for.
/// </summary>
internal static class PreconditionGraph
{
    private static readonly XNamespace Ns = "http://graphml.graphdrawing.org/xmlns";

    /// <summary>The graph in the DOT language of Graphviz: inferred edges dashed, edges without an order without arrowheads.</summary>
    public static string Dot(Case @case)
    {
        var text = new StringBuilder("digraph talks {\n  rankdir=LR;\n  node [shape=box];\n");
        foreach (var item in @case.Talks.Items)
        {
            text.Append($"  {Quote(item.Id.Value)} [label={Quote(item.Name)}];\n");
        }

        foreach (var p in Standing(@case))
        {
            text.Append(
                $"  {Quote(p.Requires.Value)} -> {Quote(p.For.Value)} [id={Quote(p.Id.Value)}, label={Quote($"{p.Actor} {p.Id}")}" +
                $"{(p.IsStrict ? "" : ", dir=none")}{(p.Inference is null ? "" : ", style=dashed")}];\n");
        }

        return text.Append('}').ToString();
    }

    /// <summary>The graph in GraphML 1.0.</summary>
    public static string GraphMl(Case @case) => new XDocument(
        new XElement(Ns + "graphml",
            Key("name", "node"), Key("kind", "node"), Key("actor", "edge"), Key("relation", "edge"), Key("inferred_by", "edge"),
            Key("statements", "edge"),
            new XElement(Ns + "graph", new XAttribute("id", @case.Id), new XAttribute("edgedefault", "directed"),
                @case.Talks.Items.Select(i => new XElement(
                    Ns + "node", new XAttribute("id", i.Id.Value), Data("name", i.Name), Data("kind", i.Kind.Value))),
                Standing(@case).Select(p => new XElement(Ns + "edge", new XAttribute("id", p.Id.Value),
                    new XAttribute("source", p.Requires.Value), new XAttribute("target", p.For.Value),
                    new XAttribute("directed", p.IsStrict ? "true" : "false"),
                    Data("actor", p.Actor.Value), Data("relation", Texts.Words(p.Relation).Replace(' ', '_')),
                    p.Inference is { } i ? Data("inferred_by", i.By) : null, Data("statements", string.Join(' ', p.Statements)))))))
        .ToString();

    private static IEnumerable<Precondition> Standing(Case @case)
    {
        var gone = @case.Talks.NoLongerStanding();
        return @case.Talks.Preconditions.Where(p => !gone.Contains(p.Id));
    }

    private static XElement Key(string id, string of) => new(
        Ns + "key", new XAttribute("id", id), new XAttribute("for", of), new XAttribute("attr.name", id), new XAttribute("attr.type", "string"));

    private static XElement Data(string key, string value) => new(Ns + "data", new XAttribute("key", key), value);

    private static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(" ")}\"";
}
