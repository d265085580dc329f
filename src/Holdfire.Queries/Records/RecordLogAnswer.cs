using Holdfire.Record;

namespace Holdfire.Queries;

/// <summary>The entries of a record in their order.</summary>
public sealed record RecordLogAnswer : QueryAnswer
{
    /// <summary>An answer about a record.</summary>
    /// <param name="record">The record, at the size at which it is seen.</param>
    /// <param name="entries">The entries; they are read while the answer is written, since a record may be larger than the memory.</param>
    public RecordLogAnswer(RecordReader record, IEnumerable<RecordEntryAnswer> entries)
        : base("holdfire/record-log/1") =>
        (Origin, Size, Root, Entries) = (record.Origin, record.Size, record.Log.Root(record.Size).ToString(), entries);

    /// <summary>The name of the record.</summary>
    public string Origin { get; }

    /// <summary>The number of its entries.</summary>
    public long Size { get; }

    /// <summary>The root of its tree at that size (RFC 6962), base64.</summary>
    public string Root { get; }

    /// <summary>Its entries, all that were asked for.</summary>
    public IEnumerable<RecordEntryAnswer> Entries { get; }
}
