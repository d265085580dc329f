namespace Holdfire.CaseFormat;

/// <summary>The codes of errors of a case; they never change their meaning.</summary>
public static class InputErrorCodes
{
    /// <summary>A value in a file of a case, or in an entry of a record, is not what the case format expects there.</summary>
    public const string Invalid = "case.invalid";
}
