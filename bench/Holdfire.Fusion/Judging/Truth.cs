using Holdfire.Fusion.Files;

namespace Holdfire.Fusion.Judging;

/// <summary>Which story each report tells.</summary>
/// <param name="Stories">Report id to story id.</param>
/// <param name="Sums">The reports that sum events.</param>
internal sealed record Truth(IReadOnlyDictionary<string, string> Stories, IReadOnlySet<string> Sums)
{
    /// <summary>Reads truth.csv of a folder that the simulator wrote.</summary>
    public static Truth Read(string folder)
    {
        var stories = new Dictionary<string, string>();
        var sums = new HashSet<string>();
        foreach (var row in Csv.Rows(Path.Combine(folder, "truth.csv")))
        {
            stories.Add(row["report"], row["story"]);
            if (row["kind"] == "sum")
            {
                sums.Add(row["report"]);
            }
        }

        return new Truth(stories, sums);
    }

    public bool Same(string a, string b) => Stories[a] == Stories[b];
}
