using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The instant at which obligations are judged where none is asked for.</summary>
internal static class ObligationTime
{
    /// <summary>That of the view; else the latest that any claim is about; null where no claim has an end.</summary>
    public static Instant? Of(CaseView view) => view.Coordinates.KnownBy
        ?? view.Known.Claimed.Where(r => r.Window.Extent.HasEnd).Select(r => (Instant?)r.Window.Extent.End).DefaultIfEmpty(null).Max();
}
