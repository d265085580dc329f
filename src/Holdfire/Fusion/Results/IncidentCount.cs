using Holdfire.Model;

namespace Holdfire.Fusion;

/// <summary>
/// What remains possible of one count: the range that all reports allow or, where they exclude each other, all that any allows.
/// </summary>
public readonly record struct IncidentCount(Measure Measure, CountUnit Unit, CountRange Range);
