using Holdfire.Verification;

namespace Holdfire.Queries;

/// <summary>Questions to parties in words.</summary>
public static class PartyQueryWords
{
    /// <summary>What has become of a question, as a sentence.</summary>
    public static string State(PartyQueryAnswer query) => query.State switch
    {
        QueryState.Answered => $"Answered after {Days(query.DaysWaited)}.",
        QueryState.Overdue => $"No reply after {Days(query.DaysWaited)}; overdue.",
        _ => $"No reply yet, after {Days(query.DaysWaited)}.",
    };

    private static string Days(int days) => QueueWords.Count(days, "day", "days");
}
