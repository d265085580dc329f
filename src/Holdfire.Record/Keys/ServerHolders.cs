namespace Holdfire.Record.Keys;

/// <summary>The holders of keys with which a server signs for others: its word that something came, and the hand of no person.</summary>
public static class ServerHolders
{
    /// <summary>Signs what phones send, and what people without an account do.</summary>
    public const string Intake = "intake";
}
