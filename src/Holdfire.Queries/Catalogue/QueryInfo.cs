using System.Collections.Immutable;
using Holdfire.Record;
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

    /// <summary>The page of the documents that says how it is answered, such as <c>counts.md</c>; null for none.</summary>
    public string? Page { get; init; }

    /// <summary>Options that cannot be given together.</summary>
    public ImmutableArray<OptionConflict> Conflicts { get; init; } = [];

    /// <summary>The common options (<see cref="CommonOptions.Names"/>) that it does not take, each with the reason.</summary>
    public ImmutableArray<OptionNotTaken> NotTaken { get; init; } = [];

    /// <summary>Answers it: a pure function of its arguments.</summary>
    /// <exception cref="QueryException">Thrown where an option is wrong.</exception>
    public required Func<CaseView, QueryArguments, Work, QueryResult> Run { get; init; }

    /// <summary>Answers a question about a record itself, at the size at which it is seen; null where the question is about a case.</summary>
    /// <exception cref="QueryException">Thrown where an option is wrong.</exception>
    /// <exception cref="RecordException">Thrown where the record cannot be read.</exception>
    public Func<RecordReader, QueryArguments, QueryResult>? RunOnRecord { get; init; }

    /// <summary>Stands for <see cref="Run"/> of a question about a record: a case without its record has no answer to it.</summary>
    internal static QueryResult OfARecordAlone(CaseView view, QueryArguments arguments, Work work) => throw new QueryException(
        QueryErrorCodes.Missing, "--record", "a record, which the question is about", "a case without one");

    /// <summary>Whether a bundle may hold the answer, which everybody can then recompute from the signed entries.</summary>
    public bool Bundleable { get; init; }

    /// <summary>The forms beside table, JSON and CSV that it answers in, such as <c>geojson</c>.</summary>
    public ImmutableArray<string> OtherForms { get; init; } = [];

    /// <summary>What is wrong with the choice of options, before any value is looked at; null for nothing.</summary>
    /// <param name="isGiven">Whether an option is given.</param>
    public Error? ConflictIn(Func<OptionInfo, bool> isGiven) =>
        Conflicts.FirstOrDefault(c => isGiven(c.One) && isGiven(c.Other)) is { } conflict
            ? new Error(
                QueryErrorCodes.Conflict, conflict.One.Name, $"one of {conflict.One.Name} and {conflict.Other.Name}", $"both: {conflict.Reason}")
            : null;

    /// <summary>Why it does not take an option of this name; null where no reason is known.</summary>
    public string? WhyNot(string name) => NotTaken.FirstOrDefault(n => n.Options.Contains(name))?.Reason;

    /// <summary>The option that is called so, or null.</summary>
    public OptionInfo? Option(string name) => Options.FirstOrDefault(o => o.IsCalled(name));
}
