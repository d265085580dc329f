namespace Holdfire.Server.OpenRosa;

/// <summary>A request that cannot be taken, with what the person at the phone is told.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="message">One clear line.</param>
internal sealed class OpenRosaException(int status, string message) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;
}
