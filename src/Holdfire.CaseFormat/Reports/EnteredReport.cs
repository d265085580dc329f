using Holdfire.Places;

namespace Holdfire.CaseFormat;

/// <summary>
/// What is asked of a report where it is entered, beside that it can be read. What earlier records hold stays readable; a file is
/// there to be put right.
/// </summary>
internal static class EnteredReport
{
    /// <summary>The most bytes of a row of a report file: a hundred times the longest that people write.</summary>
    public const int LongestRow = 1 << 20;

    /// <summary>Adds an error for an id that is missing or looks like another, and for an area that is named twice.</summary>
    /// <param name="fields">The report.</param>
    /// <param name="areas">How many areas were read of it.</param>
    /// <param name="state">Where errors go.</param>
    public static void Check(ReportFields fields, int areas, LoadState state)
    {
        var id = fields[ReportColumn.Id];
        if (id.Length == 0)
        {
            state.Errors.Add(fields.At(ReportColumn.Id), "an id", "");
        }
        else if (NameText.ErrorOfId(id) is { } error)
        {
            state.Errors.Add(fields.At(ReportColumn.Id), error.Expected, error.Found);
        }

        var list = fields[ReportColumn.Areas];
        if (areas > 0 && list.Count(c => c == ';') >= areas && NamesOneTwice(list, state))
        {
            state.Errors.Add(fields.At(ReportColumn.Areas), "each area once", list);
        }
    }

    // An area that is not known is an error of its own.
    private static bool NamesOneTwice(string areas, LoadState state)
    {
        var known = areas.Split(';', StringSplitOptions.TrimEntries).Select(part => state.AreaOf(part, out _)).OfType<AreaCode>().ToList();
        return known.Distinct().Count() < known.Count;
    }
}
