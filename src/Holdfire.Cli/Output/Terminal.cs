namespace Holdfire.Cli.Output;

/// <summary>What one run of the command line reads from and writes to: the console of the process, or what a caller passes in.</summary>
/// <param name="input">Standard input; it is opened where it is first read from.</param>
/// <param name="output">Standard output.</param>
/// <param name="error">Standard error.</param>
internal sealed class Terminal(Func<TextReader> input, TextWriter output, TextWriter error)
{
    /// <summary>The console of this process.</summary>
    public static Terminal OfProcess() => new(() => Console.In, Console.IsOutputRedirected ? Wide() : Console.Out, Console.Error)
    {
        CanAsk = !Console.IsInputRedirected,
        ShowsProgress = !Console.IsErrorRedirected,
        Width = Console.IsOutputRedirected || Console.WindowWidth <= 0 ? null : Console.WindowWidth,
    };

    // The console's own writer hands on 256 characters at a time.
    private static StreamWriter Wide() => new(Console.OpenStandardOutput(), Console.Out.Encoding, 1 << 16) { AutoFlush = true };

    /// <summary>Standard input.</summary>
    public TextReader In => input();

    /// <summary>Standard output, with every control character but tabs and ends of lines spelled out.</summary>
    public TextWriter Out { get; } = new VisibleWriter(output);

    /// <summary>Standard error, with every control character but tabs and ends of lines spelled out.</summary>
    public TextWriter Error { get; } = new VisibleWriter(error);

    /// <summary>Standard error as it is, for the program's own lines of progress.</summary>
    public TextWriter Progress => error;

    /// <summary>Whether a person is there to answer questions.</summary>
    public bool CanAsk { get; init; }

    /// <summary>Whether standard error is a screen, on which lines of progress come and go.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>The characters of a line on the screen; null where standard output is none.</summary>
    public int? Width { get; init; }
}
