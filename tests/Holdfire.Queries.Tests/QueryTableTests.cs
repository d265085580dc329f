namespace Holdfire.Queries.Tests;

/// <summary>The table of queries in docs/cli.md is the catalogue.</summary>
public sealed class QueryTableTests
{
    private const string Start = "<!-- queries: made from the catalogue by QueryTableTests -->\n";
    private const string End = "<!-- end of queries -->\n";

    [Fact]
    public void CommandLine_ListsEveryQueryWithItsOptions()
    {
        var file = Path.Combine(BuiltInCases.Root, "docs", "cli.md");
        var text = File.ReadAllText(file);
        var (before, after) = (text[..(text.IndexOf(Start, StringComparison.Ordinal) + Start.Length)], text[text.IndexOf(End, StringComparison.Ordinal)..]);
        Current.Is(file, before + string.Concat((string[])["| query | what it answers |\n", "| --- | --- |\n", .. QueryCatalogue.All.Concat(QueryCatalogue.OfRecords).Select(Row)]) + after);
    }

    private static string Row(QueryInfo q) =>
        $"| `{string.Join(' ', q.Options.OrderBy(o => !IsNeeded(o)).Select(Word).Prepend(q.RunOnRecord is null ? q.Name : q.Name + " DIR"))}` | {q.Help}{(q.Page is { } page ? $" [{page}]({page})" : "")} |\n";

    private static bool IsNeeded(OptionInfo option) => option.Required || option.Kind == OptionKind.Position;

    private static string Word(OptionInfo option)
    {
        var words = (option.ValueName.Length > 0 ? $"{option.Name} {option.ValueName}" : option.Name).Replace("|", "\\|", StringComparison.Ordinal);
        return IsNeeded(option) ? words : $"[{words}]";
    }
}
