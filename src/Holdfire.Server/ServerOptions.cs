using System.Collections.Immutable;
using Holdfire.Record;
using Holdfire.Server.OpenRosa;
using Holdfire.Server.SignIn;
using Holdfire.Server.Tips;
using Holdfire.Views;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Holdfire.Server;

/// <summary>Where a server listens and what it says of itself.</summary>
public sealed record ServerOptions
{
    /// <summary>The address or name of the machine that it listens at; this machine alone if left out.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>The port; 0 for any that is free.</summary>
    public int Port { get; init; } = 8640;

    /// <summary>
    /// Further names that it is asked by, such as that of a proxy in front of it. Where it listens on this machine alone, any other name than the
    /// machine's own is refused: a page of another site could otherwise have its own name lead here and read what it finds.
    /// </summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Whether the record was made for this run alone and goes with it, which every page says.</summary>
    public bool IsThrowAway { get; init; }

    /// <summary>Whether pages may run this server's scripts, such as the map; without them they show the same as drawings and tables.</summary>
    public bool HasInstruments { get; init; } = true;

    /// <summary>How it tells who asks; null where it does not ask: then all see what everybody may see, and entries come from this machine alone.</summary>
    public SignInOptions? SignIn { get; init; }

    /// <summary>Where metrics and traces are sent (OTLP over HTTP), such as <c>http://127.0.0.1:4318</c>; null for nowhere. They never say who asked for what.</summary>
    public Uri? Telemetry { get; init; }

    /// <summary>Takes the record up to write entries that are sent to it; null for a server that only reads.</summary>
    public Func<Task<RecordWriter>>? Writer { get; init; }

    /// <summary>How submissions of phones are taken; null where none are. It needs <see cref="Writer"/>.</summary>
    public IntakeOptions? Intake { get; init; }

    /// <summary>How it takes tips of people without an account; null where it takes none. It needs <see cref="SignIn"/> and <see cref="Writer"/> with it.</summary>
    public TipOptions? Tips { get; init; }

    /// <summary>How long the record is held after the last entry, before other programs can write.</summary>
    public TimeSpan HoldTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long one answer may take; then it is given up.</summary>
    public TimeSpan AnswerTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The most answers that one caller has worked out at a time; more wait, and too many are refused. At least 1.</summary>
    public int AnswersPerCaller { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>The most connections that are open at a time; further ones are closed at once. At least 1.</summary>
    public int Connections { get; init; } = 2000;

    /// <summary>The most connections that one caller has open at a time; further ones are closed at once. At least 1.</summary>
    public int ConnectionsPerCaller { get; init; } = 100;

    /// <summary>The most streams of events that one caller listens to at a time; further ones are refused. At least 1.</summary>
    public int ListenersPerCaller { get; init; } = 8;

    /// <summary>How long the headers of a request may take, and an open connection may idle before the first.</summary>
    public TimeSpan HeaderTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection may idle between two requests.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The fewest bytes that a body or the reading of an answer has to bring in a second.</summary>
    public double LeastBytesPerSecond { get; init; } = 240;

    /// <summary>How long a caller may be slower than that. More than 1 second.</summary>
    public TimeSpan SlowTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether callers of this machine are limited too. They are not as a rule: a proxy in front is one, and limits its callers itself.</summary>
    public bool IsThisMachineLimited { get; init; }

    /// <summary>Says what time it is: pages of truces say to the hour what is in force. Null where they are to say nothing of now.</summary>
    public IClock? Clock { get; init; } = SystemClock.Instance;

    /// <summary>
    /// Who asks, for a server that knows: it is called once for each request, before anything is read for it. Null where everybody is the public.
    /// </summary>
    public Func<HttpContext, Audience>? AudienceOf { get; init; }

    /// <summary>The most bytes of answers that are kept to be given again.</summary>
    public long CacheBytes { get; init; } = 256L << 20;
}
