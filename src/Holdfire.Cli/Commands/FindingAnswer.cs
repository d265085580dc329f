using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Findings;
using NodaTime;

namespace Holdfire.Cli.Commands;

/// <summary>The findings asked for, with what they were made of; the parameters of the fusion are null where nothing was fused.</summary>
internal sealed record FindingAnswer(Case Case, FindingRules Rules, string? Parameters, ImmutableArray<Finding> Findings, Instant? AsOf)
{
    /// <summary>The line that goes above everything printed of a case that is invented; null for others.</summary>
    public string? Mark => Case.Invented ? $"INVENTED: {Case.Title}. No person, place or event in it is real." : null;
}
