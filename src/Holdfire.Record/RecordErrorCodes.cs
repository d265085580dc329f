namespace Holdfire.Record;

/// <summary>The codes of <see cref="Fault"/>; they never change their meaning.</summary>
public static class RecordErrorCodes
{
    /// <summary>A record, or something given with one, is not of the form that is expected.</summary>
    public const string Invalid = "record.invalid";

    /// <summary>A record was altered, cut, forked or rolled back, or a file of it is damaged.</summary>
    public const string Touched = "record.touched";
}
