namespace Holdfire.Record.Bench;

/// <summary>Something that makes entries durable.</summary>
internal interface IAppender : IAsyncDisposable
{
    string Name { get; }

    /// <summary>How many groups were committed so far.</summary>
    long Groups { get; }

    /// <summary>Ends when the entry is durable.</summary>
    Task AppendAsync(ReadOnlyMemory<byte> entry);
}
