namespace Holdfire.Views;

/// <summary>Who asks: it decides which contents of a record an answer may use.</summary>
public enum Audience
{
    /// <summary>Everybody: open contents, and protected ones that are disclosed.</summary>
    Public,
}
