using System.Text;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Tlog;
using Holdfire.Server.Tests.SignIn;
using Holdfire.Server.Tips;
using NodaTime;

namespace Holdfire.Server.Tests.Tips;

/// <summary>The practice case on a server that takes tips.</summary>
public sealed class TipRecord : AskingRecord
{
    private readonly SubmitterKey intake = new(NoteSigner.Generate("intake", SignatureKind.Ed25519));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        using var clerk = await Register("source-clerk");
        await using var writer = await Writer();
        await writer.AppendAsync(Registration(intake));
        await writer.AppendAsync(clerk.Sign(writer.Origin, EntryKind.Source, Encoding.UTF8.GetBytes(
            """{"grade":"F","id":"tips","kind":"observer","name":"People without an account","scope":"X-LINE"}"""), SystemClock.Instance.GetCurrentInstant()));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        intake.Dispose();
    }

    /// <summary>The record, as the operator has it.</summary>
    public RecordReader Read() => RecordReader.Open(Folder).OrThrow();

    protected override ServerOptions Options(ServerOptions usual) => base.Options(usual) with { Tips = new TipOptions(intake) { PerAddress = 4 } };
}
