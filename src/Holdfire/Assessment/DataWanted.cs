using Holdfire.Acts;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>Data that would help to settle a line that cannot be said.</summary>
public sealed record DataWanted(SourceId Source, ActCode Act, Interval When, double Hours, string Why);
