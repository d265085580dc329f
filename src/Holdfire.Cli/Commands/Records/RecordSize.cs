using System.CommandLine;
using System.Globalization;
using Holdfire.Record;
using Holdfire.Views;

namespace Holdfire.Cli.Commands.Records;

/// <summary>Reads <c>--recorded-at</c>: a size of the record, or an instant that is turned into one.</summary>
internal static class RecordSize
{
    /// <summary>The record at the size asked for; all of it where none is.</summary>
    /// <exception cref="QueryException">The record never had this size, or no witness had cosigned it by then.</exception>
    public static (RecordReader Record, RecordedAt At) Read(ParseResult result, RecordReader whole)
    {
        if (result.GetValue(Options.RecordedAt) is not { } text)
        {
            return (whole, new RecordedAt(whole.Size));
        }

        var at = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? OfSize(whole, size, text) : OfInstant(whole, text);
        var then = whole.At(at.Size);
        return (then, at with { ErasedSince = [.. RecordHistory.ErasedSince(whole, then)] });
    }

    private static RecordedAt OfSize(RecordReader whole, long size, string text) => size >= 1 && size <= whole.Size
        ? new RecordedAt(size)
        : throw new QueryException(
            QueryErrorCodes.UnknownValue, Options.RecordedAt.Name, FormattableString.Invariant($"a size from 1 to {whole.Size}"), $"'{text}'");

    private static RecordedAt OfInstant(RecordReader whole, string text)
    {
        var instant = QueryArguments.ReadInstant(Options.RecordedAt.Name, text);
        var cosigned = RecordHistory.CosignedBy(whole, instant);
        var size = cosigned ?? RecordHistory.MadeBy(whole, instant);
        return size > 0
            ? new RecordedAt(size, instant, cosigned is null ? RecordedAtBasis.Made : RecordedAtBasis.Cosigned)
            : throw new QueryException(
                QueryErrorCodes.UnknownValue, Options.RecordedAt.Name,
                cosigned is null ? "an instant after the first entry was made" : "an instant by which a witness had cosigned the record", $"'{text}'");
    }
}
