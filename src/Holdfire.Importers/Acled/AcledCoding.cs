namespace Holdfire.Importers;

/// <summary>What an ACLED event is as an act.</summary>
/// <param name="Act">The code.</param>
/// <param name="Target">The kind of target, or blank.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="IsFight">Whether both sides take part, in no order.</param>
/// <param name="LeftOut">Why it is left out; blank where it is not.</param>
internal readonly record struct AcledCoding(string Act, string Target, string Measure, bool IsFight, string LeftOut);
