using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>A truce goes on beyond its end.</summary>
/// <param name="Announced">The latest instant at which it was made known; null where that is not known.</param>
/// <param name="From">The end before, from which it goes on.</param>
/// <param name="To">The new end, which does not belong to it; null where none is set or known.</param>
/// <param name="Ends">How it is to end where no time is given: until ended, or not known; else left out.</param>
/// <param name="Text">The extension in words.</param>
/// <param name="Declarations">What each actor said of it.</param>
public sealed record ExtensionAnswer(
    Instant? Announced, Instant From, Instant? To,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TruceEnd? Ends, string Text, ImmutableArray<DeclarationAnswer> Declarations)
{
    /// <summary>From an extension.</summary>
    public static ExtensionAnswer Of(Extension e) => new(
        Intervals.EndOf(e.Announced.Extent) is var at && at == Instant.MaxValue ? null : at, e.Intended.Start,
        e.Intended.HasEnd ? e.Intended.End : null, e.Ends == TruceEnd.AtATime ? null : e.Ends, e.Text, [.. e.Declarations.Select(DeclarationAnswer.Of)]);
}
