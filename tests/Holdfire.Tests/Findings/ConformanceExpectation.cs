using Holdfire.Findings;

namespace Holdfire.Tests.Findings;

/// <summary>What one finding of a small case must be; what is left out is not looked at.</summary>
public sealed class ConformanceExpectation
{
    /// <summary>The subject; the first if left out.</summary>
    public string Of { get; set; } = "R1";

    /// <summary>The truce; the only one if left out.</summary>
    public string Truce { get; set; } = "";

    /// <summary>Whether there is no such finding.</summary>
    public bool None { get; set; }

    public string Is { get; set; } = "";

    public string Prohibition { get; set; } = "";

    public string Standard { get; set; } = "";

    public string Attribution { get; set; } = "";

    public List<string>? Limits { get; set; }

    public List<string>? Rules { get; set; }

    public string Who { get; set; } = "";

    public List<string>? Notes { get; set; }

    public string HoursBefore { get; set; } = "";

    public string HoursAfter { get; set; } = "";

    public string Km { get; set; } = "";

    public string Share { get; set; } = "";

    public int? Origins { get; set; }

    /// <summary>Of a sum: the standard, and at least and at most how many of that standard bear it out.</summary>
    public List<string>? Borne { get; set; }

    /// <summary>What differs from the finding, one a line.</summary>
    public IEnumerable<string> Differences(Finding finding)
    {
        (string Name, string Expected, string Found)[] told =
        [
            ("is", Is, Snake(finding.Placement)), ("prohibition", Prohibition, finding.Prohibition),
            ("standard", Standard, Snake(finding.Ladder.Standard)), ("attribution", Attribution, Snake(finding.Ladder.Attribution)),
            ("who", Who, finding.Ladder.AttributionRule?.Rule ?? ""),
            ("limits", Limits is null ? "" : string.Join(' ', Limits), string.Join(' ', finding.Deciding.Select(s => Snake(s.Limit)))),
            ("rules", Rules is null ? "" : string.Join(' ', Rules), string.Join(' ', finding.Ladder.StandardRules.Select(r => r.Rule))),
            ("hours_before", HoursBefore, Number(finding.Deciding.Select(s => s.HoursBefore))),
            ("hours_after", HoursAfter, Number(finding.Deciding.Select(s => s.HoursAfter))),
            ("share", Share, Number(finding.Deciding.Select(s => s.Share))),
            ("origins", Origins is { } o ? FormattableString.Invariant($"{o}") : "", FormattableString.Invariant($"{finding.Ladder.Origins.Count()}")),
        ];
        foreach (var (name, expected, found) in told.Where(t => t.Expected.Length > 0 && t.Expected != t.Found))
        {
            yield return $"{name}: expected {expected}, found {found}";
        }

        var borne = finding.Subject.Sums.Where(s => !s.IsNone).Select(s => FormattableString.Invariant($"{Snake(s.Standard)} {s.BorneAtLeast}..{s.BorneAtMost}")).ToList();
        if (Borne is not null && !Borne.SequenceEqual(borne))
        {
            yield return $"borne: expected {string.Join(", ", Borne)}, found {string.Join(", ", borne)}";
        }

        foreach (var note in (Notes ?? []).Except(finding.Notes.Select(n => n.Rule)))
        {
            yield return $"notes: expected {note}";
        }

        if (Km.Split("..") is [var least, var most])
        {
            var km = finding.Deciding.Select(s => s.Km).FirstOrDefault(k => k is not null);
            if (!(km >= Parse(least) && km <= Parse(most)))
            {
                yield return FormattableString.Invariant($"km: expected {Km}, found {km}");
            }
        }
    }

    private static double Parse(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Number(IEnumerable<double?> values) => values.FirstOrDefault(v => v is not null) switch
    {
        null => "",
        double.PositiveInfinity => "open",
        { } number => FormattableString.Invariant($"{Math.Round(number, 6)}"),
    };

    private static string Snake<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
