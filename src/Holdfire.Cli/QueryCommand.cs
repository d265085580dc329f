using System.Collections.Immutable;
using System.CommandLine;
using Holdfire.Cli.Commands.Records;
using Holdfire.Cli.Output;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Cli;

/// <summary>Builds a command out of a query of the catalogue: its options, its help, and the forms of its answer.</summary>
internal static class QueryCommand
{
    /// <summary>The command of a query, with those of the queries below it.</summary>
    /// <param name="name">The name of the query.</param>
    /// <param name="others">Commands below it that are no queries.</param>
    public static Command Create(string name, params Command[] others) => Create(name, null, others);

    /// <summary>The same, for a query with a page.</summary>
    /// <param name="name">The name of the query.</param>
    /// <param name="page">Makes the page of an answer, one file of HTML; null for a query without.</param>
    /// <param name="others">Commands below it that are no queries.</param>
    public static Command Create(string name, Func<QueryAnswer, string>? page, params Command[] others)
    {
        var query = QueryCatalogue.Find(name) ?? throw new ArgumentException($"no query is called {name}", nameof(name));
        var command = CommandOf(query);
        var symbols = AddOptions(command, query);
        var folder = Options.Case();
        var knownBy = (Option<string?>)SymbolOf(CommonOptions.KnownBy);
        var format = Options.Format(query.OtherForms.Contains("geojson"), page is not null);
        command.Add(folder);
        command.Add(knownBy);
        command.Add(format);
        foreach (var below in QueryCatalogue.All.Where(q => q.Name.StartsWith(name + " ", StringComparison.Ordinal)))
        {
            command.Add(Create(below.Name));
        }

        foreach (var other in others)
        {
            command.Add(other);
        }

        command.Validators.Add(result =>
        {
            if (query.ConflictIn(o => symbols.First(s => s.Option == o).Symbol is Option given && result.GetResult(given) is { Implicit: false }) is { } conflict)
            {
                result.AddError($"expected {conflict.Expected}, found {conflict.Found}");
            }
        });
        command.SetAction(result =>
        {
            var arguments = ArgumentsOf(result, symbols, result.GetValue(knownBy));
            var view = CaseInput.View(
                result, folder, result.GetValue(knownBy) is { } text ? QueryArguments.ReadInstant(NameOf(result, knownBy), text) : null);
            var answer = query.Run(view, arguments, Work.Unlimited with { Begins = new WorkLine(result.Terminal).Begin });
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

    /// <summary>The command of a query about a record itself, which it names by its folder.</summary>
    /// <param name="name">The name of the query.</param>
    public static Command CreateOnRecord(string name)
    {
        var query = QueryCatalogue.Find(name) ?? throw new ArgumentException($"no query is called {name}", nameof(name));
        var run = query.RunOnRecord ?? throw new ArgumentException($"expected a query of a record, found {name}", nameof(name));
        var command = CommandOf(query);
        var folder = RecordInput.Folder();
        command.Add(folder);
        var symbols = AddOptions(command, query);
        var (recordedAt, format) = (Options.RecordedAt(), Options.Format());
        command.Add(recordedAt);
        command.Add(format);
        command.SetAction(result =>
        {
            var (record, _) = RecordSizes.Read(RecordInput.Open(result.GetRequiredValue(folder)), result.GetValue(recordedAt));
            QueryPrinter.Print(result.Terminal, run(record, ArgumentsOf(result, symbols, null)), result.GetValue(format));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command CommandOf(QueryInfo query) =>
        new(query.Name.Split(' ')[^1], string.Join('\n', [query.Help, "", .. query.Examples.Select(e => $"Example: holdfire {e}")]));

    private static ImmutableArray<(OptionInfo Option, Symbol Symbol)> AddOptions(Command command, QueryInfo query)
    {
        var symbols = query.Options.Select(o => (Option: o, Symbol: SymbolOf(o))).ToImmutableArray();
        foreach (var (_, symbol) in symbols)
        {
            Add(command, symbol);
        }

        return symbols;
    }

    private static Symbol SymbolOf(OptionInfo option) => option.Kind switch
    {
        OptionKind.Position => new Argument<string>(option.Name) { Description = option.Help, HelpName = option.ValueName.Length > 0 ? option.ValueName : null },
        OptionKind.Flag => new Option<bool>(option.Name, [.. option.Aliases]) { Description = option.Help },
        _ => new Option<string?>(option.Name, [.. option.Aliases])
        {
            Description = option.Help + (option.Default is { } value ? $" [default: {value}]" : ""),
            HelpName = option.ValueName,
            Required = option.Required,
        },
    };

    private static void Add(Command command, Symbol symbol)
    {
        if (symbol is Argument argument)
        {
            command.Add(argument);
        }
        else
        {
            command.Add((Option)symbol);
        }
    }

    // Errors call an option as the user called it.
    private static string NameOf(ParseResult result, Symbol symbol) =>
        symbol is Option option && result.GetResult(option) is { IdentifierToken: { } given } ? given.Value : symbol.Name;

    private static QueryArguments ArgumentsOf(
        ParseResult result, ImmutableArray<(OptionInfo Option, Symbol Symbol)> symbols, string? knownBy)
    {
        var values = ImmutableDictionary.CreateBuilder<string, GivenValue>(StringComparer.Ordinal);
        var files = ImmutableDictionary.CreateBuilder<string, NamedText>(StringComparer.Ordinal);
        foreach (var (option, symbol) in symbols)
        {
            var text = symbol switch
            {
                Argument<string> argument => result.GetValue(argument),
                Option<bool> flag => result.GetValue(flag) ? "" : null,
                _ => result.GetValue((Option<string?>)symbol),
            };
            // The one reading of the clock; the query itself is a pure function of its arguments.
            text ??= option == CommonOptions.Now ? knownBy ?? Texts.Of(SystemClock.Instance.GetCurrentInstant()) : null;
            if (text is not null && option.Kind == OptionKind.File)
            {
                files[option.Name] = TextFile.Read(option, text);
            }
            else if (text is not null)
            {
                values[option.Name] = new GivenValue(text, NameOf(result, symbol));
            }
        }

        return new QueryArguments(values.ToImmutable(), files.ToImmutable());
    }
}
