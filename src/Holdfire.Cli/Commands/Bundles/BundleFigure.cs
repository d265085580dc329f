using System.Text;
using System.Text.Json;
using Holdfire.CaseFormat;
using Holdfire.CaseFormat.Entries;
using Holdfire.Model;
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

        if (FigureForm.Read(bundle.Figure, purpose.Command) is var form && form.Edition is not { } made)
        {
            throw Wrong(BundleFiles.Figure, form.Expected!, "something else");
        }

        var (load, @case) = Load(bundle);
        if (FigureWork.TooLarge(purpose, @case) is { } tooLarge)
        {
            checks.NotChecked("figure", $"NOT recomputed here: cannot say: too large; {tooLarge}");
            return BundleVerdicts.Of(bundle, recomputed: false);
        }

        var figure = Encoding.UTF8.GetString(bundle.Figure.Span);
        string answer;
        try
        {
            answer = BundleQueries.Answer(purpose, View(bundle, load, @case, SaysWithheld(figure)), withCoordinates: HasCoordinates(figure));
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

        if (FigureForm.Read(Encoding.UTF8.GetBytes(answer), purpose.Command).Edition is { } ours && made.IsBefore(ours))
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

    /// <summary>The answer that the entries of a verified bundle give, whatever stands in it as its figure.</summary>
    /// <exception cref="RecordException">They make no case.</exception>
    /// <exception cref="QueryException">The query cannot be answered as asked.</exception>
    public static string Answer(BundleContents bundle)
    {
        var (load, @case) = Load(bundle);
        return BundleQueries.Answer(bundle.Manifest.Purpose, View(bundle, load, @case, saysWithheld: true));
    }

    private static (CaseLoad Load, Case Case) Load(BundleContents bundle)
    {
        var load = BundleCase.Load(bundle);
        return load.Case is { } @case && load.Errors.Length == 0 ? (load, @case)
            : throw Wrong("entries", "a case without errors", $"{load.Errors.Length}, the first: {load.Errors[0]}");
    }

    private static CaseView View(BundleContents bundle, CaseLoad load, Case @case, bool saysWithheld) =>
        new(@case, new ViewCoordinates(RecordedAt: new RecordedAt(bundle.Manifest.Size) { SetAside = load.Without, Withheld = saysWithheld ? load.Withheld : 0 }))
        {
            FusionParameters = () => FusionChoice.Recorded(ParameterSets.Last(bundle, FusionChoice.IsReadable)),
        };

    // Bundles of versions before the coordinates hold the same answers without them.
    private static bool HasCoordinates(string figure) => figure.Contains("\n  \"coordinates\": ", StringComparison.Ordinal);

    // Those of versions before the count of withheld contents have the same coordinates without it. The verdict goes by the bundle itself.
    private static bool SaysWithheld(string figure)
    {
        using var answer = JsonDocument.Parse(figure);
        return answer.RootElement.TryGetProperty("coordinates", out var coordinates)
            && coordinates.ValueKind == JsonValueKind.Object && coordinates.TryGetProperty("withheld", out _);
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
