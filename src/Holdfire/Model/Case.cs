using System.Collections.Immutable;
using Holdfire.Places;

namespace Holdfire.Model;

/// <summary>One conflict or process: all that its record holds, in the order of the record.</summary>
public sealed record Case
{
    /// <summary>Its id, such as the name of its folder.</summary>
    public required string Id { get; init; }

    /// <summary>Its title as printed.</summary>
    public required string Title { get; init; }

    /// <summary>The IANA id of the zone in which days are counted where nothing else is said.</summary>
    public required string Zone { get; init; }

    /// <summary>When the day of its daily reports ends; null where the case says nothing, which is midnight in its zone.</summary>
    public DailyCutOff? Daily { get; init; }

    /// <summary>Marked on everything printed where the case is invented.</summary>
    public bool Invented { get; init; }

    /// <summary>The areas that it knows.</summary>
    public required Gazetteer Places { get; init; }

    /// <summary>The acts, kinds of targets and units that it may name.</summary>
    public CaseCodes Codes { get; init; } = CaseCodes.BuiltIn;

    /// <summary>The parties and other actors.</summary>
    public required ImmutableArray<Party> Parties { get; init; }

    /// <summary>The sources.</summary>
    public required ImmutableArray<Source> Sources { get; init; }

    /// <summary>The documents.</summary>
    public ImmutableArray<Document> Documents { get; init; } = [];

    /// <summary>The truces.</summary>
    public ImmutableArray<Truce> Truces { get; init; } = [];

    /// <summary>The statements, each with the quantities that it claims.</summary>
    public ImmutableArray<Statement> Statements { get; init; } = [];

    /// <summary>Accounts of statements that differ.</summary>
    public ImmutableArray<Conflict> Conflicts { get; init; } = [];

    /// <summary>Proposals, answers, preconditions and all else of the talks.</summary>
    public TalksRecord Talks { get; init; } = TalksRecord.Empty;

    /// <summary>The reports, parts included; the quantities of statements are not among them.</summary>
    public ImmutableArray<Report> Reports { get; init; } = [];

    /// <summary>
    /// Everything that is claimed: the reports, then the quantities of the statements as claims of their speakers, parts
    /// included.
    /// </summary>
    public IEnumerable<Report> Claimed => Reports.Concat(Statements.SelectMany(s => s.Quantities));

    /// <summary>What sensors and alert systems show: context beside reports, used by no count, finding or assessment.</summary>
    public ImmutableArray<Detection> Detections { get; init; } = [];

    /// <summary>What people decided on which reports are about one event.</summary>
    public ImmutableArray<Pin> Pins { get; init; } = [];

    /// <summary>The steps of verification, and what was proposed and said of findings, in the order of the record.</summary>
    public ImmutableArray<VerificationStep> Steps { get; init; } = [];

    /// <summary>The questions to parties, in the order of the record.</summary>
    public ImmutableArray<PartyQuery> Queries { get; init; } = [];

    /// <summary>What parties replied, in the order of the record.</summary>
    public ImmutableArray<PartyReply> Replies { get; init; } = [];

    /// <summary>The reports that their sources took back or replaced.</summary>
    public ImmutableArray<Correction> Corrections { get; init; } = [];

    /// <summary>
    /// The claims that a view took out because their sources withdrew them, parts included; in any other case there are none, and claims
    /// that stand no more are among the others.
    /// </summary>
    public ImmutableArray<Report> Withdrawn { get; init; } = [];

    /// <summary>What is known to be missing, in words.</summary>
    public ImmutableArray<string> Gaps { get; init; } = [];
}
