using System.Globalization;

namespace Holdfire.Queries;

/// <summary>Parts of sentences.</summary>
internal static class Say
{
    /// <summary>A number: "1,234".</summary>
    public static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A number with at most two decimals: "0.2", "106".</summary>
    public static string Number(double number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>"3 events", "1 event".</summary>
    public static string Count(long number, string one, string many) => $"{Number(number)} {(number == 1 ? one : many)}";

    /// <summary>"22 to 24", "22 or more", "22".</summary>
    public static string Bounds(CountBounds bounds) => bounds.Max is not { } most ? $"{Number(bounds.Min)} or more"
        : most == bounds.Min ? Number(most) : $"{Number(bounds.Min)} to {Number(most)}";

    /// <summary>"22 to 24 civilians", "1 civilian".</summary>
    public static string Bounds(CountBounds bounds, string one, string many) => $"{Bounds(bounds)} {(bounds.Max == 1 ? one : many)}";

    /// <summary>"a, b and c".</summary>
    public static string And(IReadOnlyCollection<string> items) => items.Count < 2 ? string.Concat(items)
        : $"{string.Join(", ", items.SkipLast(1))} and {items.Last()}";

    /// <summary>The same with a capital first letter.</summary>
    public static string Start(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
