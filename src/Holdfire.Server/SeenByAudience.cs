using Holdfire.CaseFormat;
using Holdfire.Record;
using Holdfire.Views;

namespace Holdfire.Server;

/// <summary>What is kept of a record for one audience: the newest view, the last few others, and what was worked out for them. No two audiences share any of it.</summary>
/// <remarks>Not safe to call from several threads at a time.</remarks>
/// <param name="audience">The audience.</param>
internal sealed class SeenByAudience(Audience audience)
{
    private readonly LinkedList<ServedView> views = [];
    private (long Size, string Contents, CaseLoad Load)? loaded;

    /// <summary>The audience.</summary>
    public Audience Audience { get; } = audience;

    /// <summary>What is kept from view to view.</summary>
    public ViewMemory Memory { get; } = new();

    /// <summary>The view of all that the record holds now; null before it is asked for.</summary>
    public ServedView? Whole { get; set; }

    /// <summary>The view at these coordinates; null where it is not kept.</summary>
    public ServedView? Find(ViewKey key)
    {
        if (views.FirstOrDefault(v => v.Key == key) is not { } found)
        {
            return null;
        }

        views.Remove(found);
        views.AddFirst(found);
        return found;
    }

    /// <summary>Keeps a view; what was used longest ago goes.</summary>
    /// <param name="made">The view.</param>
    /// <param name="most">How many are kept.</param>
    public ServedView Keep(ServedView made, int most)
    {
        views.AddFirst(made);
        if (views.Count > most)
        {
            views.RemoveLast();
        }

        return made;
    }

    /// <summary>The case of a record. Many instants lead to one size, and each of them is seen as known by many others: the last one is kept.</summary>
    /// <param name="record">The record, as the audience sees it.</param>
    /// <param name="key">The coordinates.</param>
    public CaseLoad Loaded(RecordReader record, ViewKey key)
    {
        if (loaded is not { } last || last.Size != key.Size || last.Contents != key.Contents)
        {
            loaded = last = (key.Size, key.Contents, RecordViews.Load(record));
        }

        return last.Load;
    }
}
