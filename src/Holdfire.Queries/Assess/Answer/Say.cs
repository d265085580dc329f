using System.Globalization;
using Holdfire.Assessment;

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

    /// <summary>"22 to 24", "up to 24", "22 or more", "22".</summary>
    public static string Bounds(CountBounds bounds) => bounds is { Min: 0, Max: > 0 } ? $"up to {Number(bounds.Max!.Value)}" : bounds.Max is not { } most ? $"{Number(bounds.Min)} or more"
        : most == bounds.Min ? Number(most) : $"{Number(bounds.Min)} to {Number(most)}";

    /// <summary>"22 to 24 civilians", "1 civilian".</summary>
    public static string Bounds(CountBounds bounds, string one, string many) => $"{Bounds(bounds)} {(bounds.Max == 1 ? one : many)}";

    /// <summary>"a, b and c".</summary>
    public static string And(IReadOnlyCollection<string> items) => items.Count < 2 ? string.Concat(items)
        : $"{string.Join(", ", items.SkipLast(1))} and {items.Last()}";

    /// <summary>The same with a capital first letter.</summary>
    public static string Start(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>"3 nights", "1 day".</summary>
    public static string Units(int units, ReportingUnit unit) => unit switch
    {
        ReportingUnit.Night => Count(units, "night", "nights"),
        ReportingUnit.Week => Count(units, "week", "weeks"),
        _ => Count(units, "day", "days"),
    };

    /// <summary>"night", "day" or "week".</summary>
    public static string UnitName(ReportingUnit unit) => unit switch
    {
        ReportingUnit.Night => "night",
        ReportingUnit.Week => "week",
        _ => "day",
    };

    /// <summary>What a line counts and by whom: "Attacks by North"; with a small letter inside a sentence.</summary>
    public static string Subject(ChangeLineFigures line, bool inside = false)
    {
        var what = line.Act + (line.Actor is null ? "" : $" by {line.Actor}");
        return inside && what.Length > 1 && char.IsLower(what[1]) ? char.ToLowerInvariant(what[0]) + what[1..] : Start(what);
    }

    /// <summary>"0.54 to 0.96 times as many", "2 times as many or more".</summary>
    public static string Range(RatioBounds ratio) => ratio.High is { } high
        ? $"{Number(ratio.Low)} to {Number(high)} times as many" : $"{Number(ratio.Low)} times as many or more";

    /// <summary>A figure as it is shown: two decimals below 1, one below 20, else none.</summary>
    public static double Rounded(double value) => Math.Round(value, Math.Abs(value) < 1 ? 2 : Math.Abs(value) < 20 ? 1 : 0, MidpointRounding.AwayFromZero);
}
