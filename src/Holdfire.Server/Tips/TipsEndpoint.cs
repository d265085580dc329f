using System.Collections.Immutable;
using System.Threading.RateLimiting;
using Holdfire.CaseFormat.Entries;
using Holdfire.Exports.Forms;
using Holdfire.Model;
using Holdfire.Pages.Site;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Protection;
using Holdfire.Server.Api;
using Holdfire.Server.Entries;
using Holdfire.Server.SignIn;
using Holdfire.Server.Site;
using Holdfire.Views;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Holdfire.Server.Tips;

/// <summary><c>/tips</c>: takes tips of people without an account, each sealed for the mission and durable before it is answered.</summary>
/// <remarks>Addresses are counted in memory for an hour, and are neither told nor written: nobody is to learn who sent what.</remarks>
internal sealed class TipsEndpoint : IDisposable
{
    /// <summary>The address.</summary>
    public const string Path = "/tips";

    private const string Missing = "tips.missing";
    private const string Limit = "tips.limit";
    private const string Later = "tips.later";
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly ServedRecord record;
    private readonly RecordHold hold;
    private readonly TipOptions options;
    private readonly IClock clock;
    private readonly Action<Exception> report;
    private readonly PartitionedRateLimiter<string> addresses;
    private readonly FixedWindowRateLimiter all;

    // Whoever sends the same form again is told again that it was taken.
    private readonly MemoryCache taken = new(new MemoryCacheOptions());
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Takes tips for a record.</summary>
    /// <param name="record">The record as everybody sees it.</param>
    /// <param name="hold">The server as its writer.</param>
    /// <param name="options">How many are taken, and who signs.</param>
    /// <param name="clock">Says what time it is.</param>
    /// <param name="report">Is told of what the operator must see.</param>
    public TipsEndpoint(ServedRecord record, RecordHold hold, TipOptions options, IClock clock, Action<Exception> report)
    {
        (this.record, this.hold, this.options, this.clock, this.report) = (record, hold, options, clock, report);
        addresses = PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(key, _ => Window(options.PerAddress)));
        all = new FixedWindowRateLimiter(Window(options.PerHour));
    }

    /// <summary>The answer to a request.</summary>
    public async Task<ServedResponse> Answer(HttpContext context, SitePages pages, CancellationToken stop)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            return Page(context, pages, null);
        }

        return !HttpMethods.IsPost(context.Request.Method) ? ServedResponse.Of(Problems.WrongMethod(context.Request.Method, "GET, HEAD or POST")) with { Allow = "GET, HEAD, POST" }
            : !SignInForm.Is(context.Request) ? ServedResponse.Of(Problems.WrongType([SignInForm.ContentType]))
            : await Take(context, pages, stop).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        addresses.Dispose();
        all.Dispose();
        taken.Dispose();
        turn.Dispose();
    }

    private async Task<ServedResponse> Take(HttpContext context, SitePages pages, CancellationToken stop)
    {
        if (await SignInForm.Read(context).ConfigureAwait(false) is not { } form)
        {
            return Page(context, pages, Notices.OldForm);
        }

        var now = clock.GetCurrentInstant();
        var (@case, zone) = Case();
        var (acts, areas) = Choices(@case);
        if (Tip.Read(name => form[name], acts.Select(a => a.Code), areas.Select(a => a.Code), now.InZone(zone).LocalDateTime) is not { } tip)
        {
            return Page(context, pages, Missing);
        }

        if (!taken.TryGetValue(tip.Number, out _))
        {
            using var ofAddress = addresses.AttemptAcquire(form.Caller);
            using var ofAll = ofAddress.IsAcquired ? all.AttemptAcquire() : null;
            if (ofAll is not { IsAcquired: true })
            {
                return Page(context, pages, Limit);
            }

            try
            {
                await hold.With(writer => Enter(writer, tip.ToItem(zone.Id, now), stop), stop).ConfigureAwait(false);
            }
            catch (RecordException e)
            {
                report(e);
                return Page(context, pages, Later);
            }

            taken.Set(tip.Number, true, Hour);
        }

        return Html(context, pages, StatusCodes.Status200OK, p => p.Taken(tip.Number));
    }

    // The record is read whole, since what is sealed in it may bear on what comes in.
    private async Task<bool> Enter(RecordWriter writer, CaseItem item, CancellationToken stop)
    {
        await turn.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            // The number is the form's, and whoever knows one could come back with other words: what was taken stands.
            var reader = RecordReader.Open(record.Folder).OrThrow();
            var id = ContentItem.Parse(item.Kind, item.Content).Id;
            if (SealedEntries.Of(record.Folder).Ask(reader, RecordViews.SeenBy(Audience.Mission), r => r.Ledger.Find(item.Kind, id) is not null))
            {
                return false;
            }

            var import = new CaseImport(reader, writer, options.Key, clock.GetCurrentInstant()) { LabelOf = static _ => AudienceLabel.Mission };
            await import.EnterAsync([item], withdrawMissing: false, "", TipOptions.Source).ConfigureAwait(false);
            await writer.PublishAsync().WaitAsync(stop).ConfigureAwait(false);
            return true;
        }
        finally
        {
            turn.Release();
        }
    }

    private (Case Case, DateTimeZone Zone) Case() => record.View(null, null).View.Recorded is var @case ? (@case, DateTimeZoneProviders.Tzdb[@case.Zone]) : default;

    private static (ImmutableArray<(string Code, string Name)> Acts, ImmutableArray<(string Code, string Name)> Areas) Choices(Case @case)
    {
        var choices = IncidentForm.Of(@case).Choices;
        return (Of("act"), Of("area"));
        ImmutableArray<(string Code, string Name)> Of(string list) => [.. choices.Where(c => c.List == list).Select(c => (c.Name, c.Label))];
    }

    private ServedResponse Page(HttpContext context, SitePages pages, string? notice)
    {
        var (acts, areas) = Choices(Case().Case);
        var status = notice switch
        {
            null => StatusCodes.Status200OK,
            Limit => StatusCodes.Status429TooManyRequests,
            Later => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status400BadRequest,
        };
        return Html(context, pages, status, p => p.Form(Tip.NewNumber(), acts, areas, notice));
    }

    private static ServedResponse Html(HttpContext context, SitePages pages, int status, Func<TipPage, string> write)
    {
        var token = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken!;
        var frame = pages.Beside(Path, context.Request);
        return ServedResponse.Page(status, write(new TipPage(frame, token))) with { Caching = "no-store", Language = frame.Language.Code };
    }

    private static FixedWindowRateLimiterOptions Window(int most) => new() { PermitLimit = most, Window = Hour, QueueLimit = 0, AutoReplenishment = true };
}
