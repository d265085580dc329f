namespace Holdfire.Pages;

/// <summary>Which part of the report a file holds.</summary>
public enum ReportPart
{
    /// <summary>All of it in one file.</summary>
    Whole,

    /// <summary>What a reader needs: the summary on a page, then terms, claims, maps, verdicts and findings.</summary>
    Main,

    /// <summary>What bears the main part out: talks, audit, steps, lists, statements, reports cited, codes.</summary>
    Annex,
}
