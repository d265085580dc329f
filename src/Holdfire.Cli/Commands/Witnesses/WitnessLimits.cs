namespace Holdfire.Cli.Commands.Witnesses;

/// <summary>What a witness lets a caller take of it. Requests are small: a proof has 63 lines at most, a checkpoint some signatures.</summary>
internal static class WitnessLimits
{
    /// <summary>The most bytes of a body.</summary>
    public const int BodyBytes = 128 << 10;

    /// <summary>The most bytes of all headers of a request.</summary>
    public const int HeaderBytes = 8 << 10;

    /// <summary>The most headers of a request.</summary>
    public const int Headers = 50;

    /// <summary>The most connections that are open at a time; further ones are closed at once.</summary>
    public const int Connections = 2000;

    /// <summary>The most of them that one caller has; a caller of this machine, such as a proxy, is not limited.</summary>
    public const int ConnectionsPerCaller = 50;

    /// <summary>The fewest bytes that a body or the reading of an answer has to bring in a second.</summary>
    public const double BytesPerSecond = 500;

    /// <summary>How long a sender may be slower than that.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <summary>How long the headers of a request may take, and an open connection may idle before the first.</summary>
    public static readonly TimeSpan HeaderTime = TimeSpan.FromSeconds(5);

    /// <summary>How long a connection may idle between two requests.</summary>
    public static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(15);

    /// <summary>How long a request may take in all, its body too.</summary>
    public static readonly TimeSpan RequestTime = TimeSpan.FromSeconds(20);
}
