namespace Holdfire.Record;

/// <summary>The codes of errors of records; they never change their meaning.</summary>
public static class RecordErrorCodes
{
    /// <summary>A record, or something given with one, is not of the form that is expected.</summary>
    public const string Invalid = "record.invalid";

    /// <summary>Another process writes the record just now; try again.</summary>
    public const string Held = "record.busy";

    /// <summary>A record was altered, cut, forked or rolled back, or a file of it is damaged.</summary>
    public const string Touched = "record.touched";
}
