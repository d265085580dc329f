using System.CommandLine;
using Holdfire.Cli.Commands.Records;
using Holdfire.Cli.Output;
using Holdfire.Pages;
using Holdfire.Views;

namespace Holdfire.Cli;

/// <summary>Builds a command out of a query of the catalogue: its options, its help, and the forms of its answer.</summary>
internal static class QueryCommand
{
    /// <summary>The command of a query, with those of the queries below it.</summary>
    /// <param name="name">The name of the query.</param>
    /// <param name="others">Commands below it that are no queries.</param>
    public static Command Create(string name, params Command[] others)
    {
        var query = QueryCatalogue.Find(name) ?? throw new ArgumentException($"no query is called {name}", nameof(name));
        var page = AnswerPages.Find(name);
        var command = CommandOf(query);
        var options = QueryOptions.AddTo(command, query);
        var folder = Options.Case();
        var format = Options.Format(query.OtherForms.Contains("geojson"), page is not null);
        command.Add(folder);
        command.Add(format);
        foreach (var below in QueryCatalogue.All.Where(q => q.Name.StartsWith(name + " ", StringComparison.Ordinal)))
        {
            command.Add(Create(below.Name));
        }

        foreach (var other in others)
        {
            command.Add(other);
        }

        command.SetAction(result =>
        {
            var answer = Run(query, options, folder, result);
            if (result.GetValue(format) == OutputFormat.Html)
            {
                result.Terminal.Out.Write(page!(answer.Answer));
            }
            else
            {
                QueryPrinter.Print(result.Terminal, answer, result.GetValue(format));
            }

            return answer.InOrder ? ExitCodes.Done : ExitCodes.BadInput;
        });
        return command;
    }

    /// <summary>Answers a query about the case or the record that the command line names.</summary>
    public static QueryResult Run(QueryInfo query, QueryOptions options, Option<string> folder, ParseResult result)
    {
        var arguments = options.Arguments(result);
        return query.Run(CaseInput.View(result, folder, options.KnownBy(result)), arguments, Work.Unlimited with { Begins = new WorkLine(result.Terminal).Begin });
    }

    /// <summary>The command of a query about a record itself, which it names by its folder.</summary>
    /// <param name="name">The name of the query.</param>
    public static Command CreateOnRecord(string name)
    {
        var query = QueryCatalogue.Find(name) ?? throw new ArgumentException($"no query is called {name}", nameof(name));
        var run = query.RunOnRecord ?? throw new ArgumentException($"expected a query of a record, found {name}", nameof(name));
        var command = CommandOf(query);
        var folder = RecordInput.Folder();
        command.Add(folder);
        var options = QueryOptions.AddTo(command, query);
        var (recordedAt, format) = (Options.RecordedAt(), Options.Format());
        command.Add(recordedAt);
        command.Add(new AudienceOption());
        command.Add(format);
        command.SetAction(result =>
        {
            var (record, _) = RecordSizes.Read(RecordInput.Open(result.GetRequiredValue(folder)), result.GetValue(recordedAt));
            QueryPrinter.Print(result.Terminal, run(CaseInput.SeenBy(record, result.Audience), options.Arguments(result)), result.GetValue(format));
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>A command with the name and the help of a query, and nothing else yet.</summary>
    public static Command CommandOf(QueryInfo query) =>
        new(query.Name.Split(' ')[^1], string.Join('\n', [query.Help, "", .. query.Examples.Select(e => $"Example: holdfire {e}")]));
}
