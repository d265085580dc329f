using Holdfire.Model;

namespace Holdfire.Queries;

/// <summary><c>--source</c> of the talks: what rests on a statement by this source.</summary>
internal static class TalksSource
{
    /// <summary>The option.</summary>
    public static OptionInfo Option { get; } = CommonOptions.Source("only what rests on a statement by this source");

    /// <summary>Whether an entry is one that was asked for.</summary>
    /// <exception cref="QueryException">The case knows no such source.</exception>
    public static Func<TalksEntry, bool> Of(QueryArguments arguments, Case @case)
    {
        if (arguments.Known(Option, @case.Sources.Select(s => s.Id)) is not { } source)
        {
            return static _ => true;
        }

        var said = @case.Statements.Where(s => s.Speaker == source).Select(s => s.Id).ToHashSet();
        return entry => entry.Statements.Any(said.Contains);
    }
}
