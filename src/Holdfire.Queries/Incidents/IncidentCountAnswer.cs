using Holdfire.Model;

namespace Holdfire.Queries;

/// <summary>What remains possible of one count of an incident.</summary>
/// <param name="Measure">What about the act was counted.</param>
/// <param name="Unit">What one counts.</param>
/// <param name="Min">The least, from 0.</param>
/// <param name="Max">The most; null for no upper limit.</param>
public sealed record IncidentCountAnswer(Measure Measure, CountUnit Unit, long Min, long? Max);
