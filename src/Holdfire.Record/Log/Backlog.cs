namespace Holdfire.Record.Log;

/// <summary>Room for what waits to be committed. Who finds none waits for it, in the order of asking.</summary>
/// <remarks>Safe for concurrent use.</remarks>
/// <param name="bytes">How many bytes there is room for. What is larger finds room once nothing else waits.</param>
internal sealed class Backlog(long bytes)
{
    private readonly Lock gate = new();
    private readonly LinkedList<(long Bytes, TaskCompletionSource Done)> waiting = [];
    private readonly long room = bytes;
    private long free = bytes;
    private Exception? failure;

    /// <summary>Takes room; the task ends when it is there. What was taken must be given back.</summary>
    /// <exception cref="OperationCanceledException">The caller stopped waiting; nothing was taken.</exception>
    public Task EnterAsync(long wanted, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellation);
        }

        var needed = Math.Min(wanted, room);
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        LinkedListNode<(long, TaskCompletionSource)> place;
        lock (gate)
        {
            if (failure is not null)
            {
                return Task.FromException(failure);
            }

            if (waiting.Count == 0 && needed <= free)
            {
                free -= needed;
                return Task.CompletedTask;
            }

            place = waiting.AddLast((needed, done));
        }

        return cancellation.CanBeCanceled ? WaitAsync(place, done, cancellation) : done.Task;
    }

    /// <summary>Gives room back.</summary>
    public void Leave(long given)
    {
        List<TaskCompletionSource> admitted = [];
        lock (gate)
        {
            free += Math.Min(given, room);
            while (waiting.First is { Value: var (next, done) } && next <= free)
            {
                free -= next;
                waiting.RemoveFirst();
                admitted.Add(done);
            }
        }

        admitted.ForEach(d => d.TrySetResult());
    }

    /// <summary>Refuses whoever waits and whoever comes.</summary>
    public void Fail(Exception cause)
    {
        List<TaskCompletionSource> refused;
        lock (gate)
        {
            failure = cause;
            refused = [.. waiting.Select(w => w.Done)];
            waiting.Clear();
        }

        refused.ForEach(r => r.TrySetException(cause));
    }

    private async Task WaitAsync(LinkedListNode<(long Bytes, TaskCompletionSource Done)> place, TaskCompletionSource done, CancellationToken cancellation)
    {
        using var registered = cancellation.Register(() =>
        {
            lock (gate)
            {
                if (place.List is null)
                {
                    return;
                }

                waiting.Remove(place);
            }

            done.TrySetCanceled(cancellation);
        });
        await done.Task.ConfigureAwait(false);
    }
}
