using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Holdfire.Audit;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The answer to <c>report</c>: what the report of a case says, truce by truce, claim by claim and event by event.</summary>
public sealed record ReportAnswer : QueryAnswer
{
    /// <summary>From what the report is drawn from.</summary>
    internal ReportAnswer(ReportContent content, ImmutableArray<AuditedClaim> claims, ImmutableArray<AuditedClaim> harm)
        : base("holdfire/report/1", content.View)
    {
        Content = content;
        (Case, Title, Now) = (content.View.Recorded.Id, content.View.Recorded.Title, content.Now);
        (Rules, Parameters) = (content.Events.Table.Version, content.Events.Parameters);
        AuditRules = harm.IsEmpty ? Auditor.Rules : Auditor.RulesWithHarm;
        Truces = [.. content.Answers.Select(a => AssessAnswerTruce.Of(a, content.Events.PerDay[a.Assessment.Truce.Id], units: false))];
        Claims = [.. claims.Select(AuditAnswerClaim.From)];
        HarmClaims = [.. harm.Select(AuditAnswerClaim.From)];
        Findings = [.. content.Events.Findings.Select(f => FindingsAnswerRow.Of(f, content.View.Known))];
    }

    /// <summary>What pages are drawn from; no part of the JSON.</summary>
    [JsonIgnore]
    public ReportContent Content { get; }

    /// <summary>The id of the case.</summary>
    public string Case { get; }

    /// <summary>The title of the case.</summary>
    public string Title { get; }

    /// <summary>The instant at which it is said what is in force and which deadlines have passed; null where it is not said.</summary>
    public Instant? Now { get; }

    /// <summary>The date of issue as it was asked for, such as <c>2030-05-08</c>; null where none was.</summary>
    public string? Issued { get; init; }

    /// <summary>How far it may be passed on, after the Traffic Light Protocol, such as <c>TLP:AMBER</c>; null where it is not marked.</summary>
    public string? Marking { get; init; }

    /// <summary>The version of the table of rules of the findings.</summary>
    public string Rules { get; }

    /// <summary>The version of the rules of the audit (docs/audit.md).</summary>
    public string AuditRules { get; }

    /// <summary>The version of the parameter set by which reports were fused.</summary>
    public string Parameters { get; }

    /// <summary>The truces, in the order of the case, as <c>assess --counts</c> gives them.</summary>
    public ImmutableArray<AssessAnswerTruce> Truces { get; }

    /// <summary>The numbers of statements, audited, as <c>audit</c> gives them.</summary>
    public ImmutableArray<AuditAnswerClaim> Claims { get; }

    /// <summary>The people killed and injured that statements give, each group apart, audited; empty where none gives any.</summary>
    public ImmutableArray<AuditAnswerClaim> HarmClaims { get; }

    /// <summary>Events under the terms of truces, as <c>findings</c> gives them. No finding is one of guilt.</summary>
    public ImmutableArray<FindingsAnswerRow> Findings { get; }
}
