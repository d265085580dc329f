namespace Holdfire.Fusion;

/// <summary>What clustering puts together whole: an atom.</summary>
/// <param name="Members">Its rows in the order of their ids.</param>
/// <param name="Evidence">Those whose fields are evidence and can be compared.</param>
/// <param name="Apart">The first rows of the atoms that a person has pinned apart from it.</param>
internal sealed record Node(int[] Members, int[] Evidence, int[] Apart)
{
    /// <summary>Its first row.</summary>
    public int First => Members[0];
}
