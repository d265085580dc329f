using System.Globalization;
using Holdfire.Record;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary>Turns <c>--recorded-at</c>, a size of the record or an instant, into what the record held.</summary>
public static class RecordSizes
{
    /// <summary>The record at the size asked for.</summary>
    /// <param name="whole">The record as it is now.</param>
    /// <param name="text">A size, an instant in UTC, or null for all of it.</param>
    /// <exception cref="QueryException">The record never had this size, or held nothing by then.</exception>
    /// <exception cref="RecordException">The record cannot be read.</exception>
    public static (RecordReader Record, RecordedAt At) Read(RecordReader whole, string? text)
    {
        if (text is null)
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
            QueryErrorCodes.UnknownValue, CommonOptions.RecordedAt.Name, FormattableString.Invariant($"a size from 1 to {whole.Size}"), $"'{text}'");

    private static RecordedAt OfInstant(RecordReader whole, string text)
    {
        var instant = QueryArguments.ReadInstant(CommonOptions.RecordedAt.Name, text);
        var cosigned = RecordHistory.CosignedBy(whole, instant);
        var size = cosigned ?? RecordHistory.MadeBy(whole, instant);
        return size > 0
            ? new RecordedAt(size, instant, cosigned is null ? RecordedAtBasis.Made : RecordedAtBasis.Cosigned)
            : throw new QueryException(
                QueryErrorCodes.UnknownValue, CommonOptions.RecordedAt.Name,
                cosigned is null ? "an instant after the first entry was made" : "an instant by which a witness had cosigned the record", $"'{text}'");
    }
}
