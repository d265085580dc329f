namespace Holdfire.Assessment;

/// <summary>One unit as the model takes it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Count">The count; it may be a fraction.</param>
/// <param name="Exposure">The share watched, above 0.</param>
internal readonly record struct UnitPoint(int Number, double Count, double Exposure);
