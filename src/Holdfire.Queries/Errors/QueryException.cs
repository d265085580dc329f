using System.Collections.Immutable;
using Holdfire.Record;

namespace Holdfire.Queries;

/// <summary>A question that cannot be answered as asked; the message is one clear line for a person.</summary>
public sealed class QueryException : Exception
{
    /// <summary>From an error.</summary>
    public QueryException(Error error)
        : this([error])
    {
    }

    /// <summary>From several errors, at least one.</summary>
    public QueryException(ImmutableArray<Error> errors)
        : base(string.Join('\n', errors)) => Errors = errors;

    /// <summary>From the parts of an error.</summary>
    public QueryException(string code, string where, string expected, string found)
        : this(new Error(code, where, expected, found))
    {
    }

    /// <summary>What is wrong first, and where.</summary>
    public Error Error => Errors[0];

    /// <summary>All that is wrong.</summary>
    public ImmutableArray<Error> Errors { get; }

    /// <summary>From the errors of a file that an option names.</summary>
    public static QueryException Of(ImmutableArray<Error> errors) => new([.. errors.Select(e => e with { Code = QueryErrorCodes.BadFile })]);
}
