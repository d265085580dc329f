namespace Holdfire.Fusion;

/// <summary>Runs over a range in pieces at a time; what a piece does must not depend on the others.</summary>
internal static class Chunks
{
    private const int Size = 2048;

    public static void Run(int count, Action<int, int> piece) => Run(count, Size, piece);

    public static void Run(int count, int size, Action<int, int> piece) => Gather(count, size, (from, to) =>
    {
        piece(from, to);
        return true;
    });

    /// <summary>What each piece gave, in the order of the pieces.</summary>
    public static T[] Gather<T>(int count, Func<int, int, T> piece) => Gather(count, Size, piece);

    public static T[] Gather<T>(int count, int size, Func<int, int, T> piece)
    {
        var results = new T[(count + size - 1) / size];
        if (results.Length == 1)
        {
            results[0] = piece(0, count);
            return results;
        }

        Parallel.For(0, results.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            results[i] = piece(i * size, Math.Min(count, (i + 1) * size)));
        return results;
    }
}
