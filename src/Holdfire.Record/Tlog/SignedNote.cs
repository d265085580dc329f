using System.Collections.Immutable;
using System.Text;

namespace Holdfire.Record.Tlog;

/// <summary>A text with signatures under it, as C2SP signed-note lays it out.</summary>
/// <remarks>Parsing checks the form alone. Nothing is said about the text before <see cref="VerifiedBy"/> was asked.</remarks>
/// <param name="Text">The signed text; it ends with a line feed.</param>
/// <param name="Signatures">At least one.</param>
public sealed record SignedNote(string Text, ImmutableArray<NoteSignature> Signatures)
{
    /// <summary>The most bytes that a note can have here.</summary>
    public const int LongestNote = 1_000_000;

    /// <summary>The most signatures that a note can have here. The format asks for 16 at least.</summary>
    public const int MostSignatures = 100;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a note.</summary>
    public static Parsed<SignedNote> Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LongestNote)
        {
            return RecordError.Invalid("note", $"at most {LongestNote} bytes", $"{bytes.Length}");
        }

        try
        {
            return Parse(Utf8.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return RecordError.Invalid("note", "UTF-8", "other bytes");
        }
    }

    /// <summary>Reads a note.</summary>
    public static Parsed<SignedNote> Parse(string note)
    {
        if (note.Any(c => c < 0x20 && c != '\n'))
        {
            return RecordError.Invalid("note", "no control character but the line feed", "one");
        }

        // The last empty line divides: a text may hold empty lines, signatures may not.
        var divide = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (divide < 0 || !note.EndsWith('\n') || divide + 2 == note.Length)
        {
            return RecordError.Invalid("note", "a text, an empty line and signature lines, each with an end", "");
        }

        var lines = note[(divide + 2)..^1].Split('\n');
        if (lines.Length > MostSignatures)
        {
            return RecordError.Invalid("note", $"at most {MostSignatures} signatures", $"{lines.Length}");
        }

        var signatures = ImmutableArray.CreateBuilder<NoteSignature>(lines.Length);
        foreach (var line in lines)
        {
            if (!NoteSignature.Parse(line).Is(out var signature, out var error))
            {
                return error.Within("note");
            }

            signatures.Add(signature);
        }

        return new SignedNote(note[..(divide + 1)], signatures.MoveToImmutable());
    }

    /// <summary>The signatures of these keys, if each holds and there is at least one. Other keys' lines count for nothing.</summary>
    /// <remarks>
    /// C2SP signed-note, "Verification": a line of an unknown key is passed over; a line of a known key that does not hold
    /// condemns the note.
    /// </remarks>
    public Parsed<ImmutableArray<NoteSignature>> VerifiedBy(params IEnumerable<NoteVerifier> keys)
    {
        var known = keys.ToArray();
        var good = ImmutableArray.CreateBuilder<NoteSignature>();
        foreach (var signature in Signatures)
        {
            if (known.FirstOrDefault(k => k.IsOf(signature)) is { } key)
            {
                if (!key.Verify(Text, signature))
                {
                    return RecordError.Invalid("note", "", $"the signature by {key} does not hold");
                }

                good.Add(signature);
            }
        }

        return good.Count > 0
            ? good.ToImmutable()
            : RecordError.Invalid("note", $"a signature by {string.Join(" or ", known.Select(k => k.ToString()))}", "none");
    }

    /// <summary>The note with another signature under it.</summary>
    public SignedNote With(NoteSignature signature) => this with { Signatures = Signatures.Add(signature) };

    /// <summary>The whole note, as it is kept and sent.</summary>
    public override string ToString()
    {
        var note = new StringBuilder(Text).Append('\n');
        foreach (var signature in Signatures)
        {
            note.Append(signature).Append('\n');
        }

        return note.ToString();
    }

    /// <summary>The whole note in UTF-8.</summary>
    public byte[] ToBytes() => Utf8.GetBytes(ToString());
}
