using System.Collections.Immutable;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary>One question that can be asked of a case: what it is called, what it takes, and the function that answers it.</summary>
public sealed record QueryInfo
{
    /// <summary>The name, such as <c>counts</c>, or <c>talks history</c> for one below another.</summary>
    public required string Name { get; init; }

    /// <summary>What it answers, one or two sentences.</summary>
    public required string Help { get; init; }

    /// <summary>A whole command line that works, without the name of the program.</summary>
    public required ImmutableArray<string> Examples { get; init; }

    /// <summary>Its options, in the order of the help, without those of the view (<see cref="CommonOptions.KnownBy"/>).</summary>
    public required ImmutableArray<OptionInfo> Options { get; init; }

    /// <summary>Answers it: a pure function of its arguments.</summary>
    /// <exception cref="QueryException">Thrown where an option is wrong.</exception>
    public required Func<CaseView, QueryArguments, Work, QueryResult> Run { get; init; }

    /// <summary>Whether a bundle may hold the answer, which everybody can then recompute from the signed entries.</summary>
    public bool Bundleable { get; init; }

    /// <summary>The forms beside table, JSON and CSV that it answers in, such as <c>geojson</c>.</summary>
    public ImmutableArray<string> OtherForms { get; init; } = [];

    /// <summary>The option that is called so, or null.</summary>
    public OptionInfo? Option(string name) => Options.FirstOrDefault(o => o.IsCalled(name));
}
