using System.Collections.Immutable;
using Holdfire.Exports;

namespace Holdfire.Server.Ogc.Features;

/// <summary>Finds columns by their names.</summary>
internal static class FeatureColumns
{
    /// <summary>The place of a column; -1 where there is none of that name.</summary>
    public static int PlaceOf(this ImmutableArray<ExportColumn> columns, string name)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
