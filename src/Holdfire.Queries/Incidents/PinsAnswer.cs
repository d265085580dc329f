using System.Collections.Immutable;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary>The answer to <c>incidents pins</c>: which reports people hold to be, or not to be, of one event.</summary>
public sealed record PinsAnswer : QueryAnswer
{
    /// <summary>The pins that stand.</summary>
    public PinsAnswer(CaseView view)
        : base("holdfire/pins/1", view) => Pins = [.. view.Known.Pins.Select(PinAnswer.Of)];

    /// <summary>The pins, in the order of the case.</summary>
    public ImmutableArray<PinAnswer> Pins { get; }
}
