using System.Collections.Immutable;
using Holdfire.CaseFormat;
using Holdfire.Model;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary>The answer to <c>documents check</c>: whether statements stand in the text of their document.</summary>
public sealed record DocumentsAnswer : QueryAnswer
{
    /// <summary>From the checks.</summary>
    public DocumentsAnswer(CaseView view, DocumentId document, ImmutableArray<PassageCheck> checks)
        : base("holdfire/documents/1", view)
    {
        (Document, FileMatches) = (document.Value, checks.Select(c => c.FileMatches).FirstOrDefault());
        Statements = [.. checks.Select(c => new PassageAnswer(c.Statement.Value, c.PassageMatches, c.Text))];
    }

    /// <summary>The id of the document.</summary>
    public string Document { get; }

    /// <summary>Whether the file is the one that the case has the hash or length of; null where it has neither.</summary>
    public bool? FileMatches { get; }

    /// <summary>The statements with a passage, in the order of the case.</summary>
    public ImmutableArray<PassageAnswer> Statements { get; }
}
