namespace Holdfire.Bench;

/// <summary>A claim over a night or a day that may include single claims.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">Region, act and measure.</param>
/// <param name="Night">Over a night, else over a civil day.</param>
/// <param name="Published">Minutes from the first day.</param>
/// <param name="Ends">When its window ends, in minutes from the first day.</param>
internal sealed record Bulletin(string Id, (int Region, int Act, int Measure) Key, bool Night, int Published, int Ends)
{
    /// <summary>The sum of the upper counts that it includes; its own count is more.</summary>
    public int Included { get; set; }
}
