using System.Threading.Channels;
using Holdfire.Record;
using Holdfire.Server.Entries;

namespace Holdfire.Server.OpenRosa;

/// <summary>Enters submissions that are whole into the record: those that wait together, each of them all at once or not at all.</summary>
internal sealed class Intake : IAsyncDisposable
{
    private const int MostTogether = 64;
    private const string IdPrefix = "ODK-";
    private readonly ServedRecord record;
    private readonly RecordHold hold;
    private readonly IntakeOptions options;
    private readonly Channel<Waiting> waiting = Channel.CreateBounded<Waiting>(4 * MostTogether);
    private readonly Task work;

    /// <summary>The intake of a record.</summary>
    public Intake(ServedRecord record, RecordHold hold, IntakeOptions options)
    {
        (this.record, this.hold, this.options) = (record, hold, options);
        work = Task.Run(Work);
    }

    /// <summary>Enters a submission; the task ends when it is durable under a signed checkpoint.</summary>
    /// <exception cref="RecordException">The record refused it, or cannot be written.</exception>
    public async Task<IntakeResult> EnterAsync(KeptSubmission submission, KeptForm? form, CancellationToken stop)
    {
        var item = new Waiting(submission, form, new TaskCompletionSource<IntakeResult>(TaskCreationOptions.RunContinuationsAsynchronously));
        await waiting.Writer.WriteAsync(item, stop).ConfigureAwait(false);
        return await item.Done.Task.WaitAsync(stop).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.Complete();
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task Work()
    {
        while (await waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            var together = new List<Waiting>();
            while (together.Count < MostTogether && waiting.Reader.TryRead(out var item))
            {
                together.Add(item);
            }

            await Enter(together).ConfigureAwait(false);
        }
    }

    // What one of them has wrong with it is no other's business: then each goes alone.
    private async Task Enter(List<Waiting> together)
    {
        try
        {
            var results = await hold.With(writer => Append(writer, together), CancellationToken.None).ConfigureAwait(false);
            for (var i = 0; i < together.Count; i++)
            {
                together[i].Done.TrySetResult(results[i]);
            }
        }
        catch (Exception) when (together.Count > 1)
        {
            foreach (var item in together)
            {
                await Enter([item]).ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            together[0].Done.TrySetException(e);
        }
    }

    private async Task<IntakeResult[]> Append(RecordWriter writer, List<Waiting> together)
    {
        // The case as those who may see the report know it: it names nothing that is hidden from them.
        var cases = together.Select(w => w.Submission.Audience.Readers).Distinct().ToDictionary(a => a, a => record.As(a).View(null, null).View.Recorded);
        var now = options.Clock.GetCurrentInstant();
        var results = new IntakeResult?[together.Count];
        var later = new List<int>();

        // A reader ends with the next look at the record: all that is taken from it is taken at once.
        var (entries, hidden) = record.ReadWhole(reader =>
        {
            var batch = new IntakeBatch(reader, options.Key, writer.Origin, now);
            for (var i = 0; i < together.Count; i++)
            {
                var (submission, form) = (together[i].Submission, together[i].Form);
                if (batch.Has(IdOf(submission)))
                {
                    later.Add(i);
                }
                else
                {
                    results[i] = batch.Add(submission, form, cases[submission.Audience.Readers], IdOf(submission));
                }
            }

            return (batch.Entries, batch.Sealed);
        });
        if (entries.Count > 0)
        {
            await writer.AppendManyAsync(entries, hidden, static _ => true).ConfigureAwait(false);
            await writer.PublishAsync().ConfigureAwait(false);
        }

        foreach (var item in together.Where((_, i) => results[i] is { IsEntered: true }))
        {
            item.Submission.DropBytes();
        }

        // Two versions of one report: the second is a change of what the first has entered by now.
        if (later.Count > 0)
        {
            var rest = await Append(writer, [.. later.Select(i => together[i])]).ConfigureAwait(false);
            for (var i = 0; i < later.Count; i++)
            {
                results[later[i]] = rest[i];
            }
        }

        return [.. results.Select(r => r!)];
    }

    private static string IdOf(KeptSubmission submission) => IdPrefix + submission.Root;

    private sealed record Waiting(KeptSubmission Submission, KeptForm? Form, TaskCompletionSource<IntakeResult> Done);
}
