using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Holdfire.Counts;
using Holdfire.Model;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The answer to <c>counts</c>: bounds on what is claimed, window by window. They bound claims, not events.</summary>
public sealed record CountsAnswer : QueryAnswer
{
    /// <summary>From what the counter gave.</summary>
    /// <param name="view">The view that was asked.</param>
    /// <param name="unit">The unit of all rows; null where each row has its own.</param>
    /// <param name="rows">The rows.</param>
    public CountsAnswer(CaseView view, CountUnit? unit, ImmutableArray<CountsAnswerRow> rows)
        : base("holdfire/counts/1", view) =>
        (AsOf, Unit, Rules, Rows) = (view.Coordinates.KnownBy, unit, CountRules.Of(view.Known), rows);

    /// <summary>The instant by which sources had published what was used; null for everything. The same as in the coordinates.</summary>
    public Instant? AsOf { get; }

    /// <summary>What one counts; claims in other units are left out. Null where there are rows of several units, each with its own.</summary>
    public CountUnit? Unit { get; }

    /// <summary>The version of the rules where earlier versions counted a claim of the case otherwise (<see cref="CountRules"/>); else null, and no key.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Rules { get; }

    /// <summary>Which people were counted, with <c>--measure killed</c> or <c>injured</c>; else null, and no key.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HarmGroup? Of { get; init; }

    /// <summary>One for each window, in the order of time; where there are several units, one for each window and unit.</summary>
    public ImmutableArray<CountsAnswerRow> Rows { get; }
}
