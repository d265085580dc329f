using System.Collections.Immutable;
using System.CommandLine;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Cli;

/// <summary>The options of a query as those of a command, with the instant of the view.</summary>
internal sealed class QueryOptions
{
    private readonly ImmutableArray<(OptionInfo Option, Symbol Symbol)> symbols;
    private readonly Option<string?>? knownBy;

    private QueryOptions(ImmutableArray<(OptionInfo Option, Symbol Symbol)> symbols, Option<string?>? knownBy) =>
        (this.symbols, this.knownBy) = (symbols, knownBy);

    /// <summary>Adds the options of a query to a command; those of one about a case with <c>--known-by</c>.</summary>
    public static QueryOptions AddTo(Command command, QueryInfo query)
    {
        var symbols = query.Options.Select(o => (Option: o, Symbol: SymbolOf(o))).ToImmutableArray();
        var knownBy = query.RunOnRecord is null ? (Option<string?>)SymbolOf(CommonOptions.KnownBy) : null;
        var options = new QueryOptions(symbols, knownBy);
        foreach (var symbol in symbols.Select(s => s.Symbol).Concat(knownBy is null ? [] : [knownBy]))
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

        command.Validators.Add(result =>
        {
            if (query.ConflictIn(o => symbols.First(s => s.Option == o).Symbol is Option given && result.GetResult(given) is { Implicit: false }) is { } conflict)
            {
                result.AddError(conflict.What);
            }
        });
        return options;
    }

    /// <summary>The instant of the view that the command asks for; null for everything.</summary>
    /// <exception cref="QueryException">It is no instant.</exception>
    public Instant? KnownBy(ParseResult result) =>
        knownBy is not null && result.GetValue(knownBy) is { } text ? QueryArguments.ReadInstant(NameOf(result, knownBy), text) : null;

    /// <summary>The values that the command line gives, with the files that it names, read.</summary>
    public QueryArguments Arguments(ParseResult result)
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
            text ??= option == CommonOptions.Now ? (knownBy is null ? null : result.GetValue(knownBy)) ?? Texts.Of(SystemClock.Instance.GetCurrentInstant()) : null;
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

    // Errors call an option as the user called it.
    private static string NameOf(ParseResult result, Symbol symbol) =>
        symbol is Option option && result.GetResult(option) is { IdentifierToken: { } given } ? given.Value : symbol.Name;
}
