using System.Collections.Immutable;
using Holdfire.CaseFormat;

namespace Holdfire.Queries;

/// <summary>A question that cannot be answered as asked; the message is one clear line for a person.</summary>
public sealed class QueryException : Exception
{
    /// <summary>From an error.</summary>
    public QueryException(QueryError error)
        : this([error])
    {
    }

    /// <summary>From several errors, at least one.</summary>
    public QueryException(ImmutableArray<QueryError> errors)
        : base(string.Join('\n', errors)) => Errors = errors;

    /// <summary>From the parts of an error.</summary>
    public QueryException(string code, string where, string expected, string found)
        : this(new QueryError(code, where, expected, found))
    {
    }

    /// <summary>What is wrong first, and where.</summary>
    public QueryError Error => Errors[0];

    /// <summary>All that is wrong.</summary>
    public ImmutableArray<QueryError> Errors { get; }

    /// <summary>From the errors of a file that an option names.</summary>
    public static QueryException Of(ImmutableArray<InputFault> errors) => new(
        [.. errors.Select(e => new QueryError(
            QueryErrorCodes.BadFile, FormattableString.Invariant($"{e.File}:{e.Line}:{e.Column}"), e.Expected, e.Found))]);
}
