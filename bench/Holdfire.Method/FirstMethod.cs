namespace Holdfire.Method;

/// <summary>What the first method (28 days before, no drift) said of the same windows, measured when it was still there.</summary>
internal static class FirstMethod
{
    private static readonly Dictionary<(string Case, int Days), (string Wrong, string CannotSay)> Measured = new()
    {
        [("syria-2016-2019", 3)] = ("3.6 %", "96 %"), [("syria-2016-2019", 7)] = ("8.5 %", "85 %"),
        [("syria-2016-2019", 14)] = ("14.5 %", "58 %"), [("syria-2016-2019", 28)] = ("21.4 %", "43 %"),
        [("donbas-2014-2021", 3)] = ("1.1 %", "99 %"), [("donbas-2014-2021", 7)] = ("0.0 %", "100 %"),
        [("donbas-2014-2021", 14)] = ("4.5 %", "96 %"), [("donbas-2014-2021", 28)] = ("12.2 %", "85 %"),
    };

    /// <summary>The shares, or dashes where they were not measured.</summary>
    public static (string Wrong, string CannotSay) Of(string subject, int days) =>
        Measured.GetValueOrDefault((subject.Replace("-daily", "", StringComparison.Ordinal), days), ("–", "–"));
}
