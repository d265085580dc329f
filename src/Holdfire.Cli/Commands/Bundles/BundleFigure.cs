using System.Text;
using System.Text.Json;
using Holdfire.CaseFormat.Entries;
using Holdfire.Record;
using Holdfire.Record.Bundles;
using Holdfire.Views;

namespace Holdfire.Cli.Commands.Bundles;

/// <summary>Recomputes the figure of a bundle from its entries.</summary>
internal static class BundleFigure
{
    /// <summary>Takes note of a figure that the entries give, byte for byte, or that it takes too much work to recompute.</summary>
    /// <exception cref="RecordException">They give another, or none.</exception>
    public static BundleVerdict Check(BundleContents bundle, BundleChecks checks)
    {
        var purpose = bundle.Manifest.Purpose;
        if (purpose.Command is null)
        {
            return BundleVerdicts.Of(bundle, recomputed: false);
        }

        var load = BundleCase.Load(bundle);
        if (load.Case is not { } @case || load.Errors.Length > 0)
        {
            throw Wrong("entries", "a case without errors", $"{load.Errors.Length}, the first: {load.Errors[0]}");
        }

        if (FigureWork.TooLarge(purpose, @case) is { } tooLarge)
        {
            checks.NotChecked("figure", $"NOT recomputed here: cannot say: too large; {tooLarge}");
            return BundleVerdicts.Of(bundle, recomputed: false);
        }

        var figure = Encoding.UTF8.GetString(bundle.Figure.Span);
        string answer;
        try
        {
            var at = new RecordedAt(bundle.Manifest.Size) { SetAside = load.Without, Withheld = SaysWithheld(figure) ? load.Withheld : 0 };
            var view = new CaseView(@case, new ViewCoordinates(RecordedAt: at))
            {
                FusionParameters = () => ParameterSets.Last(bundle) is { } text ? new NamedText("the last parameter set", text) : null,
            };
            answer = BundleQueries.Answer(purpose, view, withCoordinates: HasCoordinates(figure));
        }
        catch (Exception e) when (TooLargeException.In(e) is { } tooMuch)
        {
            checks.NotChecked("figure", $"NOT recomputed here: {tooMuch.Message}");
            return BundleVerdicts.Of(bundle, recomputed: false);
        }
        catch (Exception e) when (e is InputException or QueryException)
        {
            throw Wrong(BundleFiles.Manifest, "a query that can be run on the entries", $"an error: {e.Message}");
        }

        if (FigureEdition.Of(figure) is { } made && FigureEdition.Of(answer) is { } ours && made.IsBefore(ours))
        {
            checks.NotChecked("figure", $"NOT recomputed here: it was made as {made}; this version answers as {ours}");
            return BundleVerdicts.Of(bundle, recomputed: false);
        }

        if (!Encoding.UTF8.GetBytes(answer).AsSpan().SequenceEqual(bundle.Figure.Span))
        {
            var difference = FirstDifference(answer, figure);
            throw Wrong(BundleFiles.Figure, "the answer that the entries give", $"another, {difference}");
        }

        checks.Ok("figure", "recomputed from the entries, the same byte for byte");
        return BundleVerdicts.Of(bundle, recomputed: true);
    }

    // Bundles of versions before the coordinates hold the same answers without them.
    private static bool HasCoordinates(string figure) => figure.Contains("\n  \"coordinates\": ", StringComparison.Ordinal);

    // Those of versions before the count of withheld contents have the same coordinates without it. The verdict goes by the bundle itself.
    private static bool SaysWithheld(string figure)
    {
        try
        {
            using var answer = JsonDocument.Parse(figure);
            return answer.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("coordinates", out var coordinates)
                && coordinates.ValueKind == JsonValueKind.Object && coordinates.TryGetProperty("withheld", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string FirstDifference(string expected, string found)
    {
        var (ours, theirs) = (expected.Split('\n'), found.Split('\n'));
        var both = Math.Min(ours.Length, theirs.Length);
        var at = Enumerable.Range(0, both).FirstOrDefault(i => ours[i] != theirs[i], both);
        return $"line {at + 1}: expected '{LineAt(ours, at)}', found '{LineAt(theirs, at)}'";
    }

    private static string LineAt(string[] lines, int at) => at < lines.Length ? lines[at].Trim() : "nothing";

    private static RecordException Wrong(string where, string expected, string found) => new(RecordError.Invalid(where, expected, found));
}
