using Holdfire.Pages.Daily;
using Holdfire.Queries;

namespace Holdfire.Pages;

/// <summary>The answers that have a page of their own: command line and server take it from here.</summary>
public static class AnswerPages
{
    /// <summary>What makes the page of an answer to a query, one file of HTML; null for a query without one.</summary>
    /// <param name="query">The name of the query.</param>
    public static Func<QueryAnswer, string>? Find(string query) => query switch
    {
        "daily" => answer => DailyPage.Write((DailyAnswer)answer),
        "report" => answer => ReportPage.Write((ReportAnswer)answer),
        _ => null,
    };
}
