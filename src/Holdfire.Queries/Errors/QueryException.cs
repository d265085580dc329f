namespace Holdfire.Queries;

/// <summary>A question that cannot be answered as asked; the message is one clear line for a person.</summary>
public sealed class QueryException : Exception
{
    /// <summary>From an error.</summary>
    public QueryException(QueryError error)
        : base(error.ToString()) => Error = error;

    /// <summary>From the parts of an error.</summary>
    public QueryException(string code, string where, string expected, string found)
        : this(new QueryError(code, where, expected, found))
    {
    }

    /// <summary>What is wrong, and where.</summary>
    public QueryError Error { get; }
}
