using System.Collections.Concurrent;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Views;

/// <summary>A case seen from three coordinates, with the indexes that were built to answer questions about it.</summary>
/// <remarks>
/// Every query asks a view and filters nothing by time of its own, so that all agree on what was known. A view never changes and
/// may be used by several threads; whoever keeps it keeps its indexes.
/// </remarks>
public sealed class CaseView
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> indexes = [];
    private readonly Lazy<Case> standing;

    /// <summary>A view of a case.</summary>
    /// <param name="recorded">The case with all that is recorded at <see cref="ViewCoordinates.RecordedAt"/>.</param>
    /// <param name="coordinates">From where it is seen.</param>
    public CaseView(Case recorded, ViewCoordinates coordinates)
    {
        (Recorded, Coordinates) = (recorded, coordinates);
        Known = recorded.AsOf(coordinates.KnownBy);
        standing = new(() => Known.Standing());
    }

    /// <summary>From where the case is seen.</summary>
    public ViewCoordinates Coordinates { get; }

    /// <summary>The case with all that is recorded, also what was published after <see cref="ViewCoordinates.KnownBy"/>: to say how much is left out.</summary>
    public Case Recorded { get; }

    /// <summary>The case as it was known, with the claims that their sources had withdrawn or corrected by then.</summary>
    public Case Known { get; }

    /// <summary>The case as it was known, without withdrawn and corrected claims, which are under <see cref="Case.Withdrawn"/>.</summary>
    public Case Standing => standing.Value;

    /// <summary>The record's last parameter set of the fusion that can be read, looked for when it is asked for.</summary>
    public Func<RecordedParameters> FusionParameters { get; init; } = static () => RecordedParameters.None;

    /// <summary>What is kept from earlier views of the same record and for later ones; null where nobody follows it.</summary>
    public ViewMemory? Memory { get; init; }

    /// <summary>A view of a case that is in no record.</summary>
    /// <param name="case">The case.</param>
    /// <param name="knownBy">Only what was published by then; null for everything.</param>
    public static CaseView Of(Case @case, Instant? knownBy = null) => new(@case, new ViewCoordinates(knownBy));

    /// <summary>An index of this view, built once, at the first call for its type.</summary>
    /// <param name="build">Builds it; it must depend on the view alone.</param>
    /// <typeparam name="T">The type of the index, by which it is found again.</typeparam>
    public T Index<T>(Func<CaseView, T> build)
        where T : class =>
        (T)indexes.GetOrAdd(typeof(T), static (_, from) => new(() => from.build(from.view)), (view: this, build)).Value;
}
