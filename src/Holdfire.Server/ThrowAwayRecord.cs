using Holdfire.CaseFormat.Entries;
using Holdfire.Record;
using Holdfire.Record.Keys;
using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.Server;

/// <summary>A record of a case folder, made for one run with keys that are never written down, and deleted with it.</summary>
public sealed class ThrowAwayRecord : IDisposable
{
    private readonly DirectoryInfo home;

    private ThrowAwayRecord(DirectoryInfo home) => this.home = home;

    /// <summary>The record's folder.</summary>
    public string Folder => Path.Combine(home.FullName, "record");

    /// <summary>Makes one.</summary>
    /// <param name="caseFolder">The case folder, which must load.</param>
    /// <exception cref="RecordException">An item of it cannot be entered.</exception>
    public static async Task<ThrowAwayRecord> OfCase(string caseFolder)
    {
        var made = new ThrowAwayRecord(Directory.CreateTempSubdirectory("holdfire-serve-"));
        try
        {
            await made.Fill(caseFolder).ConfigureAwait(false);
            return made;
        }
        catch
        {
            made.Dispose();
            throw;
        }
    }

    /// <summary>Deletes it.</summary>
    public void Dispose() => home.Delete(recursive: true);

    private async Task Fill(string caseFolder)
    {
        var clock = SystemClock.Instance;
        using var @operator = NoteSigner.Generate($"throw-away.local/{Path.GetFileName(Path.GetFullPath(caseFolder).TrimEnd('/'))}", SignatureKind.Ed25519);
        using var registrar = new SubmitterKey(NoteSigner.Generate("registrar", SignatureKind.Ed25519));
        using var clerk = new SubmitterKey(NoteSigner.Generate("clerk", SignatureKind.Ed25519));
        var writer = await RecordWriter.BeginAsync(Folder, @operator, registrar, clock).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            var register = new KeyChange.Register(clerk.Holder, clerk.PublicKey, []);
            await writer.AppendAsync(registrar.Sign(writer.Origin, register.Kind, register.ToContent(), clock.GetCurrentInstant())).ConfigureAwait(false);
        }

        writer = await RecordWriter.OpenAsync(Folder, @operator, clock, new(), new CaseContentCheck()).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            var import = new CaseImport(RecordReader.Open(Folder).OrThrow(), writer, clerk, clock.GetCurrentInstant());
            await import.EnterAsync(FolderItems.Read(caseFolder), false, "", Path.GetFileName(caseFolder), null, null).ConfigureAwait(false);
        }
    }
}
