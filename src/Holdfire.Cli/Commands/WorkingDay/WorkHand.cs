using Holdfire.Model;
using NodaTime;

namespace Holdfire.Cli.Commands.WorkingDay;

/// <summary>Whose hand makes a change, when, and of which case.</summary>
/// <param name="Case">The case as it is.</param>
/// <param name="By">Who says that they did it, by role or name.</param>
/// <param name="Holder">Who holds the key that signs; empty in a case folder.</param>
/// <param name="At">When it was done.</param>
internal sealed record WorkHand(Case Case, string By, string Holder, Instant At);
