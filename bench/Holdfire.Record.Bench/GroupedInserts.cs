namespace Holdfire.Record.Bench;

/// <summary>Lets callers share transactions of a database as they share commits of the log: whatever waits goes in together.</summary>
internal abstract class GroupedInserts : IAppender
{
    private readonly object gate = new();
    private readonly Thread thread;
    private List<(ReadOnlyMemory<byte> Entry, TaskCompletionSource Done)> queue = [];
    private bool closing;

    protected GroupedInserts(string name)
    {
        Name = name;
        thread = new Thread(Work) { IsBackground = true };
    }

    public string Name { get; }

    public long Groups { get; private set; }

    public Task AppendAsync(ReadOnlyMemory<byte> entry)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            queue.Add((entry, done));
            Monitor.Pulse(gate);
        }

        return done.Task;
    }

    public ValueTask DisposeAsync()
    {
        lock (gate)
        {
            closing = true;
            Monitor.Pulse(gate);
        }

        thread.Join();
        Close();
        return ValueTask.CompletedTask;
    }

    protected void Start() => thread.Start();

    /// <summary>Inserts the entries in one durable transaction.</summary>
    protected abstract void Insert(IReadOnlyList<ReadOnlyMemory<byte>> entries);

    protected abstract void Close();

    private void Work()
    {
        while (true)
        {
            List<(ReadOnlyMemory<byte> Entry, TaskCompletionSource Done)> group;
            lock (gate)
            {
                while (queue.Count == 0 && !closing)
                {
                    Monitor.Wait(gate);
                }

                if (queue.Count == 0)
                {
                    return;
                }

                (group, queue) = (queue, []);
            }

            Insert([.. group.Select(g => g.Entry)]);
            Groups++;
            group.ForEach(g => g.Done.TrySetResult());
        }
    }
}
