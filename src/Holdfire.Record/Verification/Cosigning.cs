using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.Record.Verification;

/// <summary>The last time that a witness cosigned a record, as far as the record shows. The signature holds.</summary>
/// <param name="Witness">The witness's key.</param>
/// <param name="Size">How many entries the checkpoint covers that it cosigned: they are the beginning of the record.</param>
/// <param name="At">When it did so, by its own clock.</param>
/// <param name="IsTrusted">Whether the key was given by whoever verifies. Any other key is the record's own: anyone could have made it.</param>
public sealed record Cosigning(NoteVerifier Witness, long Size, Instant At, bool IsTrusted);
