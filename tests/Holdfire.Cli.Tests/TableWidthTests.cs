using System.Collections.Immutable;
using Holdfire.CaseFormat;
using Holdfire.Cli.Output;
using Holdfire.Queries;
using Holdfire.Views;

namespace Holdfire.Cli.Tests;

/// <summary>A table that goes elsewhere than to a terminal has at most 100 columns of characters.</summary>
public sealed class TableWidthTests
{
    public static TheoryData<string> Cases => ["practice-line", "practice-valley", "ukraine-2025"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Tables_OfEveryQuery_FitTheLine(string name)
    {
        var view = CaseView.Of(CaseFolder.Load(Path.Combine(Repository.Root, "cases", name)).Case!);

        // What needs a value is asked by its own tests; the report has the table of truces.
        var asked = QueryCatalogue.All.Where(q => q.Name != "report" && q.Options.All(o => !o.Required && o.Kind != OptionKind.Position)).ToList();
        Assert.True(asked.Count > 10);
        var arguments = new QueryArguments(ImmutableDictionary<string, GivenValue>.Empty, ImmutableDictionary<string, NamedText>.Empty);
        var wide = from query in asked.Where(q => q.Name != "documents check")
                   let table = query.Run(view, arguments, Work.Unlimited).Table()
                   where !table.Rows.IsEmpty
                   let width = new Sheet(table.Header, table.Rows).Lines(Sheet.PlainWidth).Max(l => l.Length)
                   where width > Sheet.PlainWidth
                   select $"{query.Name}: {width}";
        Assert.Empty(wide);
    }
}
