using Holdfire.Model;

namespace Holdfire.Fusion;

/// <summary>The probability that two reports are about one event.</summary>
public readonly record struct PairProbability(ReportId A, ReportId B, double Probability);
