using System.Collections.Immutable;

namespace Holdfire.Queries;

/// <summary>Every question that can be asked. Commands, bundles and documents take their list from here.</summary>
public static class QueryCatalogue
{
    /// <summary>The queries about a case, in the order of the help.</summary>
    public static ImmutableArray<QueryInfo> All { get; } =
    [
        TrucesQuery.Info,
        ObligationsQuery.Info,
        CountsQuery.Info,
        AuditQuery.Info,
        IncidentsQuery.Info,
        IncidentShowQuery.Info,
        IncidentCountsQuery.Info,
        DailyQuery.Info,
        QueueQuery.Info,
        QueueShowQuery.Info,
        PartyQueriesQuery.Info,
        PinsQuery.Info,
        AssessQuery.Info,
        FindingsQuery.Info,
        FindingsQuery.Counts,
        FindingsQuery.Show,
        FindingsQuery.Explain,
        ReportQuery.Info,
        TalksQuery.Info,
        TalksHistoryQuery.Info,
        TalksDeadlocksQuery.Info,
        TalksOverlapQuery.Info,
        TalksDeadlinesQuery.Info,
        TalksEquilibriaQuery.Info,
        DocumentsCheckQuery.Info,
    ];

    /// <summary>The queries about a record itself, not about the case in it (<see cref="QueryInfo.RunOnRecord"/>).</summary>
    public static ImmutableArray<QueryInfo> OfRecords { get; } = [RecordLogQuery.Info, RecordShowQuery.Info];

    /// <summary>The query of this name, or null.</summary>
    public static QueryInfo? Find(string name) => All.Concat(OfRecords).FirstOrDefault(q => q.Name == name);
}
