using System.Collections.Immutable;
using Holdfire.Assessment;
using Holdfire.Model;

namespace Holdfire.Queries;

/// <summary>Which lines of an assessment were asked for. What is said of a truce as a whole is not touched: it is of all sources.</summary>
internal sealed class AssessLines
{
    /// <summary>What a reader of some of the lines is told.</summary>
    public const string Note = "Only the lines that were asked for are shown; the sentences are about all sources.";

    private readonly HashSet<SourceId>? sources;
    private readonly PartyId? actor;

    private AssessLines(HashSet<SourceId>? sources, PartyId? actor) => (this.sources, this.actor) = (sources, actor);

    /// <summary>Whether lines may be left out.</summary>
    public bool IsPart => sources is not null || actor is not null;

    /// <summary>Reads the options.</summary>
    /// <exception cref="QueryException">One of them is unknown.</exception>
    public static AssessLines Of(QueryArguments arguments, Case @case, OptionInfo actor) =>
        new(EventFilter.SourcesOf(arguments, @case), arguments.Known(actor, @case.Parties.Select(p => p.Id)));

    /// <summary>The answers with the lines that were asked for.</summary>
    public ImmutableArray<AnsweredTruce> Of(ImmutableArray<AnsweredTruce> answers) => !IsPart ? answers
        : [.. answers.Select(a => a with { Assessment = Of(a.Assessment) })];

    private TruceAssessment Of(TruceAssessment all) => all with
    {
        Lines = [.. all.Lines.Where(l => Lets(l.Source, l.AllegedActor))],
        First = [.. all.First.Where(f => Lets(f.Claim.Source, f.Actor))],
        LeftOut = [.. all.LeftOut.Where(l => Lets(l.Source, l.Actor))],
    };

    private bool Lets(SourceId source, PartyId? by) => (sources?.Contains(source) ?? true) && (actor is not { } who || by == who);
}
