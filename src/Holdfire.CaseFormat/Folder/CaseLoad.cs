using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.CaseFormat;

/// <summary>What loading a folder gave: a case and no faults, or no case and every fault.</summary>
public sealed record CaseLoad(Case? Case, ImmutableArray<InputFault> Faults);
