using System.Collections.Immutable;
using Holdfire.Fusion;
using Holdfire.Record;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary>The parameter set by which a query fuses reports.</summary>
public static class FusionChoice
{
    /// <summary><c>--parameters FILE</c>.</summary>
    public static OptionInfo Parameters { get; } = new(
        "--parameters", "FILE",
        "a parameter set of the fusion; if left out, the last one in the record, else the shipped one with this case as background")
    {
        Kind = OptionKind.File,
        Expects = "a JSON file",
    };

    /// <summary>The reports of the view at the set that the arguments name, else at the record's last, else at the shipped one.</summary>
    /// <exception cref="QueryException">The set cannot be read.</exception>
    public static FusionInput Of(CaseView view, QueryArguments arguments) => Of(view, arguments.File(Parameters));

    /// <summary>The reports of the view at this set, else at the record's last, else at the shipped one.</summary>
    /// <exception cref="QueryException">The set cannot be read.</exception>
    public static FusionInput Of(CaseView view, NamedText? parameters)
    {
        if (parameters is { } given)
        {
            return FusionInput.Of(view.Known, Read(given));
        }

        var (set, unread) = view.FusionParameters();
        var input = set is { } named ? FusionInput.Of(view.Known, Read(named)) : FusionInput.Of(view.Known);
        return unread.IsEmpty ? input : input with { Parameters = input.Parameters with { Version = Instead(input.Parameters.Version, unread) } };
    }

    /// <summary>Whether a text is a parameter set.</summary>
    public static bool IsReadable(string text) => FusionParametersText.Read(text).Parameters is not null;

    /// <summary>What a record holds, for a view of it.</summary>
    public static RecordedParameters Recorded(ReadableSet found) =>
        new(found.Text is { } text ? new NamedText("the record's last parameter set", text) : null, found.Unread);

    // Every answer names the version, and so says that it is not by the set that was entered last.
    private static string Instead(string version, ImmutableArray<long> unread) =>
        FormattableString.Invariant($"{version}, since that of {(unread.Length == 1 ? "entry" : "entries")} {string.Join(", ", unread.Order())} cannot be read");

    /// <summary>
    /// The reports of the view, grouped by the events that they are about: once for all questions that name no set of their own. Reports that
    /// are too many to tell apart are in no event, and the answer names them.
    /// </summary>
    /// <exception cref="QueryException">The set cannot be read.</exception>
    internal static FusedReports Fused(CaseView view, QueryArguments arguments, Work work)
    {
        if (!arguments.Has(Parameters))
        {
            return view.Index(static _ => new FusedView()).Of(view, work);
        }

        var input = Of(view, arguments);
        return new FusedReports(input, FuseWhatCanBeTold(input, work));
    }

    /// <summary>Groups the reports by the events that they are about.</summary>
    public static FusionResult Fuse(FusionInput input, Work work) =>
        work.While("fusing", input.Reports.Count, "reports", () => Fuser.Fuse(input));

    /// <summary>The same; reports that are too many to tell apart are in no event, and the answer names them.</summary>
    public static FusionResult FuseWhatCanBeTold(FusionInput input, Work work) =>
        work.While("fusing", input.Reports.Count, "reports", () => Fuser.FuseWhatCanBeTold(input));

    private static FusionParameters Read(NamedText named)
    {
        var (read, error) = FusionParametersText.Read(named.Text);
        return read ?? throw new QueryException(QueryErrorCodes.BadFile, named.Name, "a parameter set of the fusion", error);
    }
}
