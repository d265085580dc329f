using System.Collections.Concurrent;
using Holdfire.Exports;
using Holdfire.Views;

namespace Holdfire.Server.Api;

/// <summary>The tables of a view that were exported.</summary>
internal sealed class ExportedTables
{
    private readonly ConcurrentDictionary<string, ExportTable> made = new(StringComparer.Ordinal);

    /// <summary>A table, made once.</summary>
    public ExportTable Of(string rows, CaseView view, Work work) => made.GetOrAdd(rows, _ => ExportTables.Of(rows, view, work));
}
