using NodaTime;
using NodaTime.Text;

namespace Holdfire.Queries;

/// <summary><c>--against</c>: the earlier days that a span of days is compared with.</summary>
internal static class Against
{
    private const int Week = 7;
    private const string Parting = "..";

    public static OptionInfo Option { get; } = new(
        "--against", "yesterday|last-week|DATE..DATE", "compare with the day before, the same days a week before, or days of your choice, both included");

    /// <summary>The days, both included; null where the option is left out.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="first">The first day that is asked about.</param>
    /// <param name="last">The last.</param>
    /// <exception cref="QueryException">It is none of the three, or the days would overlap with those asked about.</exception>
    public static (LocalDate First, LocalDate Last)? Of(QueryArguments arguments, LocalDate first, LocalDate last)
    {
        if (arguments.Text(Option) is not { } text)
        {
            return null;
        }

        var length = Period.DaysBetween(first, last) + 1;
        return text switch
        {
            "yesterday" when length == 1 => (first.PlusDays(-1), first.PlusDays(-1)),
            "last-week" when length <= Week => (first.PlusDays(-Week), last.PlusDays(-Week)),
            "yesterday" or "last-week" => throw new QueryException(
                QueryErrorCodes.Conflict, arguments.NameOf(Option), text == "yesterday" ? "it with one day asked about" : "it with at most seven days asked about",
                FormattableString.Invariant($"{length} days")),
            _ => Chosen(arguments, text),
        };
    }

    private static (LocalDate, LocalDate) Chosen(QueryArguments arguments, string text) =>
        text.Split(Parting) is [var one, var other] && LocalDatePattern.Iso.Parse(one) is { Success: true, Value: var first }
            && LocalDatePattern.Iso.Parse(other) is { Success: true, Value: var last } && first <= last && first.Year >= 1900 && last.Year <= 2200
            ? (first, last)
            : throw new QueryException(QueryErrorCodes.BadForm, arguments.NameOf(Option), "yesterday, last-week or two dates such as 2030-05-01..2030-05-07", $"'{text}'");
}
