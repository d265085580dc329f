namespace Holdfire.Queries;

/// <summary>The codes of errors of questions; they never change their meaning.</summary>
public static class QueryErrorCodes
{
    /// <summary>An option that is needed was left out.</summary>
    public const string Missing = "query.missing";

    /// <summary>The query has no option of this name.</summary>
    public const string UnknownOption = "query.unknown_option";

    /// <summary>An option has more values than one, or a value where it takes none.</summary>
    public const string TooMany = "query.too_many";

    /// <summary>The value is none of those that the case or the program knows.</summary>
    public const string UnknownValue = "query.unknown_value";

    /// <summary>The value is not of the form asked for, such as a date.</summary>
    public const string BadForm = "query.bad_form";

    /// <summary>The values of two options exclude each other.</summary>
    public const string Conflict = "query.conflict";

    /// <summary>A file that an option names cannot be used.</summary>
    public const string BadFile = "query.bad_file";
}
