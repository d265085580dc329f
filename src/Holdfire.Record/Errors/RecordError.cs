namespace Holdfire.Record;

/// <summary>Errors of records and of what is given with one.</summary>
public static class RecordError
{
    /// <summary>Something is not of the form that is expected.</summary>
    public static Error Invalid(string where, string expected, string found) => new(RecordErrorCodes.Invalid, where, expected, found);

    /// <summary>The same, of which only the caller can say where.</summary>
    public static Error Of(string expected, string found) => Invalid("", expected, found);

    /// <summary>A record was altered, cut, forked or rolled back, or a file of it is damaged.</summary>
    public static Error Touched(string where, string expected, string found) => new(RecordErrorCodes.Touched, where, expected, found);

    /// <summary>Another process writes the record just now.</summary>
    public static Error Held(string where, string expected, string found) => new(RecordErrorCodes.Held, where, expected, found);

    /// <summary>What the file system said.</summary>
    public static Error OfFile(string where, Exception e) => Invalid(where, "", e.Message);
}
