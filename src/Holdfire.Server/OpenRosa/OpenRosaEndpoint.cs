using System.Collections.Immutable;
using System.Text;
using Holdfire.Record;
using Holdfire.Record.Protection;
using Holdfire.Server.Entries;
using Microsoft.AspNetCore.Http;

namespace Holdfire.Server.OpenRosa;

/// <summary>
/// <c>/key/TOKEN/…</c>: what ODK Collect and KoboCollect speak. The list of forms, the forms, and submissions in parts: 202 while something is missing, 201
/// once the record has all of it, and never anything but success for what came before.
/// </summary>
internal sealed class OpenRosaEndpoint : IAsyncDisposable
{
    /// <summary>What its addresses begin with.</summary>
    public const string Root = "/key/";

    /// <summary>The folder beside a record in which submissions wait.</summary>
    public const string BundleKind = "intake";

    private const int MostAtOnce = 16;
    private static readonly ImmutableArray<KeyValuePair<string, string>> Headers =
    [
        new("X-OpenRosa-Version", "1.0"),
        new("X-OpenRosa-Accept-Content-Length", SubmissionRequest.UsualBytes.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ];

    private readonly ServedRecord record;
    private readonly IntakeOptions options;
    private readonly Action<Exception> report;
    private readonly FormVersions forms;
    private readonly PrivateBundles kept;
    private readonly Intake intake;

    private readonly Lock[] turns = [.. Enumerable.Range(0, 64).Select(_ => new Lock())];

    // Whole files are in memory while they are read.
    private readonly SemaphoreSlim reading = new(MostAtOnce);

    /// <summary>Answers phones for a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="hold">The server as its writer.</param>
    /// <param name="options">Who may send, and who signs.</param>
    /// <param name="report">Is told of what the operator must see.</param>
    public OpenRosaEndpoint(ServedRecord record, RecordHold hold, IntakeOptions options, Action<Exception> report)
    {
        (this.record, this.options, this.report, forms, kept) = (record, options, report, new FormVersions(record.Folder), new PrivateBundles(record.Folder, BundleKind));
        intake = new Intake(record, hold, options);
    }

    /// <summary>The answer to a request.</summary>
    public async Task<ServedResponse> Answer(HttpContext context, CancellationToken stop)
    {
        try
        {
            var (token, path) = Split(context.Request.Path.Value![Root.Length..]);
            var user = await options.Tokens.FindAsync(token, stop).ConfigureAwait(false)
                ?? throw new OpenRosaException(StatusCodes.Status403Forbidden, "This phone may not send here, or no more. Ask the office for a new code.");
            return await Answer(context, path, user, stop).ConfigureAwait(false);
        }
        catch (OpenRosaException e)
        {
            return Message(e.Status, e.Message);
        }
        catch (RecordException e) when (EntriesEndpoint.Refusal(e) is { Status: StatusCodes.Status422UnprocessableEntity })
        {
            report(e);
            return Message(StatusCodes.Status202Accepted, "Kept, and the record does not take it yet. Tell the office.");
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            report(e);
            return Message(StatusCodes.Status503ServiceUnavailable, "It cannot be taken just now. Send it again later.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await intake.DisposeAsync().ConfigureAwait(false);
        reading.Dispose();
    }

    private async Task<ServedResponse> Answer(HttpContext context, string path, IntakeUser user, CancellationToken stop)
    {
        var isGet = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        return path switch
        {
            "submission" when HttpMethods.IsHead(context.Request.Method) => new ServedResponse(StatusCodes.Status204NoContent, "text/xml; charset=utf-8", default) { Headers = Headers, Caching = "no-store" },
            "submission" when HttpMethods.IsPost(context.Request.Method) => await Take(context, user, stop).ConfigureAwait(false),
            "formList" when isGet => Xml(OpenRosaXml.FormList(Newest(), Base(context))),
            "settings" when isGet => new ServedResponse(StatusCodes.Status200OK, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(CollectSettings.Text(Base(context), Newest().Title))) { Caching = "no-store" },
            _ when isGet && path.StartsWith("forms/", StringComparison.Ordinal) && path.EndsWith("/manifest", StringComparison.Ordinal)
                && forms.Find(path["forms/".Length..^"/manifest".Length]) is not null => Xml(OpenRosaXml.EmptyManifest()),
            _ when isGet && path.StartsWith("forms/", StringComparison.Ordinal) && path.EndsWith(".xml", StringComparison.Ordinal)
                && forms.Find(path["forms/".Length..^".xml".Length]) is { } form => Xml(form.Xml),
            _ => throw new OpenRosaException(StatusCodes.Status404NotFound, "There is nothing at this address."),
        };
    }

    private async Task<ServedResponse> Take(HttpContext context, IntakeUser user, CancellationToken stop)
    {
        KeptSubmission submission;
        KeptForm? form;
        SubmissionRequest request;
        await reading.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            request = await SubmissionRequest.ReadAsync(context, stop).ConfigureAwait(false);
            var xml = SubmissionXml.Read(request.Xml);
            form = FormOf(xml);
            submission = Keep(xml, request, user);
        }
        finally
        {
            reading.Release();
        }

        if (submission.Missing(form) is { IsEmpty: false } missing)
        {
            return Message(StatusCodes.Status202Accepted, $"Kept. Waiting for {string.Join(", ", missing)}.");
        }

        if (request.IsIncomplete)
        {
            return Message(StatusCodes.Status202Accepted, "Kept. Waiting for the rest of it.");
        }

        var result = await intake.EnterAsync(submission, form, stop).ConfigureAwait(false);
        return Message(result.IsEntered ? StatusCodes.Status201Created : StatusCodes.Status202Accepted, result.Message);
    }

    // Two requests with parts of one submission come one after the other; those of others hardly ever wait.
    private KeptSubmission Keep(SubmissionXml xml, SubmissionRequest request, IntakeUser user)
    {
        lock (turns[unchecked((uint)SubmissionXml.Full(xml.InstanceId).GetHashCode(StringComparison.Ordinal)) % (uint)turns.Length])
        {
            var submission = KeptSubmission.Of(kept, xml, user, options.Clock.GetCurrentInstant(), options.Audience);
            foreach (var file in request.Files)
            {
                submission.Add(file.Name, file.Bytes);
            }

            return submission;
        }
    }

    // Null for what is encrypted, whose answers nobody reads here.
    private KeptForm? FormOf(SubmissionXml xml)
    {
        var form = xml.IsSealed ? Newest() : forms.Find(xml.Version);
        return form?.Id == xml.FormId ? (xml.IsSealed ? null : form) : throw new OpenRosaException(
            StatusCodes.Status404NotFound, $"The form '{xml.FormId}' in the version '{xml.Version}' was never given out here. Get the forms anew.");
    }

    private KeptForm Newest() => forms.Newest(record.View(null, null).View.Recorded);

    private static string Base(HttpContext context) => SiteAddress.Of(context.Request) + Root + Split(context.Request.Path.Value![Root.Length..]).Token;

    private static (string Token, string Path) Split(string rest) =>
        rest.IndexOf('/', StringComparison.Ordinal) is > 0 and var at ? (rest[..at], rest[(at + 1)..]) : (rest, "");

    private static ServedResponse Xml(byte[] body) => new(StatusCodes.Status200OK, "text/xml; charset=utf-8", body) { Headers = Headers, Caching = "no-store" };

    private static ServedResponse Message(int status, string text) =>
        new(status, "text/xml; charset=utf-8", OpenRosaXml.Message(text, status is StatusCodes.Status201Created or StatusCodes.Status202Accepted)) { Headers = Headers, Caching = "no-store" };
}
