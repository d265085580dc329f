namespace Holdfire.Model;

/// <summary>How the document gives the words.</summary>
public enum StatementForm
{
    /// <summary>In quotation marks.</summary>
    DirectQuote,

    /// <summary>In the document's own words.</summary>
    Reported,

    /// <summary>The document's own narration, with no other speaker.</summary>
    Narration,
}
