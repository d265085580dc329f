using System.Collections.Immutable;
using Holdfire.Server.Api;
using NodaTime;

namespace Holdfire.Server.Ogc;

/// <summary>The coordinates of the view in an address.</summary>
/// <param name="RecordedAt">A size of the record or an instant; null for all of it.</param>
/// <param name="KnownBy">Only what sources had published by then, as it was written; null for everything.</param>
internal sealed record OgcCoordinates(string? RecordedAt, string? KnownBy)
{
    private static readonly string RecordedAtName = QueryRequest.NameOf(CommonOptions.RecordedAt.Name);
    private static readonly string KnownByName = QueryRequest.NameOf(CommonOptions.KnownBy.Name);

    /// <summary>The names of the parameters.</summary>
    public static ImmutableArray<string> Names { get; } = [RecordedAtName, KnownByName];

    /// <summary>Those of an address.</summary>
    public static OgcCoordinates Of(Parameters given) => new(given.Text(RecordedAtName), given.Text(KnownByName));

    /// <summary>The view at them.</summary>
    /// <exception cref="QueryException">They are wrong.</exception>
    /// <exception cref="OperationCanceledException">It took too long until it was this one's turn.</exception>
    public ServedView In(ServedRecord record, CancellationToken stop) =>
        record.View(RecordedAt, KnownBy is null ? (Instant?)null : QueryArguments.ReadInstant(KnownByName, KnownBy), stop);

    /// <summary>Whether they name a size, so that what is seen stays.</summary>
    public bool AreFixed => QueryEndpoint.IsSize(RecordedAt);

    /// <summary>The parameters that name what is seen now for good.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fixed(ServedView seen) =>
    [
        new(RecordedAtName, FormattableString.Invariant($"{seen.Key.Size}")), .. KnownBy is null ? [] : new[] { KeyValuePair.Create(KnownByName, KnownBy) },
    ];

    /// <summary>The parameters as they were given, so that links keep them.</summary>
    public IEnumerable<KeyValuePair<string, string>> Given =>
        new[] { KeyValuePair.Create(RecordedAtName, RecordedAt), KeyValuePair.Create(KnownByName, KnownBy) }.Where(p => p.Value is not null)!;
}
