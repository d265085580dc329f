using System.Collections.Immutable;
using Holdfire.Counts;
using Holdfire.Model;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The answer to <c>counts</c>: bounds on what is claimed, window by window. They bound claims, not events.</summary>
public sealed record CountsAnswer : QueryAnswer
{
    /// <summary>From what the counter gave.</summary>
    public CountsAnswer(CaseView view, CountUnit unit, ImmutableArray<CountRow> rows)
        : base("holdfire/counts/1", view) =>
        (AsOf, Unit, Rows) = (view.Coordinates.KnownBy, unit, [.. rows.Select(CountsAnswerRow.Of)]);

    /// <summary>The instant by which sources had published what was used; null for everything. The same as in the coordinates.</summary>
    public Instant? AsOf { get; }

    /// <summary>What one counts; claims in other units are left out.</summary>
    public CountUnit Unit { get; }

    /// <summary>One for each window, in the order of time.</summary>
    public ImmutableArray<CountsAnswerRow> Rows { get; }
}
