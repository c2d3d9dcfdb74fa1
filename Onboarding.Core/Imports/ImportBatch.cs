using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Imports;

/// <summary>What Customer Service says of a file when it is uploaded.</summary>
/// <param name="FileName">Name of the file on the person's machine.</param>
/// <param name="ProductCode">Product of the rows that name none, or null when every row names its own.</param>
/// <param name="Channel">Offline or Partner, for the rows that name none.</param>
/// <param name="PartnerId">The partner whose rows they are, or null.</param>
/// <param name="Evidence">Where the signed consents are kept: the importer declares that each row has one (UU PDP Pasal 24).</param>
public sealed record ImportDeclaration(string FileName, string? ProductCode, Channel Channel, Guid? PartnerId, string Evidence);

/// <summary>The file as it was stored.</summary>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Sha256">SHA-256 of its content.</param>
/// <param name="ProtectedKey">The file's own key, encrypted.</param>
internal sealed record StoredImportFile(long Size, byte[] Sha256, byte[] ProtectedKey);

/// <summary>
/// One file of registrations on its way into the portal (SOP stage 1). The work that is due is this row: whoever looks after
/// imports finds it here after a restart, with how far it has come.
/// </summary>
public sealed class ImportBatch
{
    /// <summary>Greatest length of the declaration about the consents.</summary>
    public const int MaxEvidenceLength = 500;

    private ImportBatch()
    {
    }

    internal ImportBatch(Guid id, ImportDeclaration declaration, StoredImportFile file, Actor actor, DateTimeOffset now)
    {
        Id = id;
        FileName = FileNames.Shown(declaration.FileName);
        ProductCode = declaration.ProductCode;
        Channel = declaration.Channel;
        PartnerId = declaration.PartnerId;
        Evidence = FreeText.Clean(declaration.Evidence);
        Size = file.Size;
        Sha256 = file.Sha256;
        ProtectedFileKey = file.ProtectedKey;
        UploadedById = actor.Id;
        UploadedByName = actor.Name;
        UploadedAt = now;
        State = ImportState.Uploaded;
        StateAt = now;
    }

    /// <summary>Identity; names the stored file too.</summary>
    public Guid Id { get; private set; }

    /// <summary>Name of the file as it was uploaded.</summary>
    public string FileName { get; private set; } = string.Empty;

    /// <summary>Product of the rows that name none.</summary>
    public string? ProductCode { get; private set; }

    /// <summary>Channel of the rows that name none.</summary>
    public Channel Channel { get; private set; }

    /// <summary>The partner whose rows they are, or null.</summary>
    public Guid? PartnerId { get; private set; }

    /// <summary>Where the signed consents are kept.</summary>
    public string Evidence { get; private set; } = string.Empty;

    /// <summary>Size of the file, in bytes.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the file: the same file is recognised.</summary>
    public byte[] Sha256 { get; private set; } = [];

    /// <summary>The file's own key, encrypted; null when the file is gone.</summary>
    public byte[]? ProtectedFileKey { get; private set; }

    /// <summary>Who uploaded it.</summary>
    public string UploadedById { get; private set; } = string.Empty;

    /// <summary>Name of that person.</summary>
    public string UploadedByName { get; private set; } = string.Empty;

    /// <summary>When (UTC).</summary>
    public DateTimeOffset UploadedAt { get; private set; }

    /// <summary>Who started it, in whose name the rows are registered; null before.</summary>
    public string? StartedById { get; private set; }

    /// <summary>Name of that person.</summary>
    public string? StartedByName { get; private set; }

    /// <summary>How far it has come.</summary>
    public ImportState State { get; private set; }

    /// <summary>Since when (UTC); the oldest that waits is next.</summary>
    public DateTimeOffset StateAt { get; private set; }

    /// <summary>When somebody asked it to stop (UTC); it stops after the row at hand.</summary>
    public DateTimeOffset? CancelRequestedAt { get; private set; }

    /// <summary>How often it was taken up without getting further.</summary>
    public int Attempts { get; private set; }

    /// <summary>True when the dry run has been through the file.</summary>
    public bool IsChecked { get; private set; }

    /// <summary>True when the dry run found something that keeps the whole file out.</summary>
    public bool IsBlocked { get; private set; }

    /// <summary>Bytes that the dry run has read.</summary>
    public long BytesChecked { get; private set; }

    /// <summary>Rows with something in them, below the heading.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows that cannot be taken, as the dry run found.</summary>
    public int RowsWithErrors { get; private set; }

    /// <summary>Rows that can be taken and that a verifier has to look at.</summary>
    public int RowsWithWarnings { get; private set; }

    /// <summary>Problems found; the list keeps a bounded number of them.</summary>
    public int Problems { get; private set; }

    /// <summary>The last row of the file that has been dealt with.</summary>
    public int LastRow { get; private set; }

    /// <summary>Rows of which a case was made.</summary>
    public int Registered { get; private set; }

    /// <summary>Rows that were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>Rows that were dealt with.</summary>
    public int RowsDone => Registered + Refused;

    /// <summary>True while the file is kept.</summary>
    public bool HasFile => ProtectedFileKey is not null;

    /// <summary>True when it can be started or go on.</summary>
    public bool MayStart => State is ImportState.Checked or ImportState.Cancelled or ImportState.Failed && HasFile && !IsBlocked;

    /// <summary>True when it can be stopped.</summary>
    public bool MayCancel => State is ImportState.Uploaded or ImportState.Checked or ImportState.Running && CancelRequestedAt is null;

    /// <summary>True when it rests with its file, so that it can be ended for good.</summary>
    public bool MayEnd => State is ImportState.Checked or ImportState.Cancelled or ImportState.Failed && HasFile;

    /// <summary>Takes it up, or gives it up after too many attempts without getting further.</summary>
    internal void TakeUp(int mostAttempts, DateTimeOffset now)
    {
        Attempts++;
        if (Attempts > mostAttempts)
        {
            MoveTo(ImportState.Failed, now);
        }
    }

    /// <summary>Begins the dry run from the first row.</summary>
    internal void BeginCheck()
    {
        (BytesChecked, Rows, RowsWithErrors, RowsWithWarnings, Problems) = (0, 0, 0, 0, 0);
        (IsChecked, IsBlocked) = (false, false);
    }

    /// <summary>Takes over how far the dry run is.</summary>
    internal void Advance(ImportTally tally, long bytes)
    {
        (BytesChecked, Rows, RowsWithErrors, RowsWithWarnings, Problems) = (bytes, tally.Rows, tally.RowsWithErrors, tally.RowsWithWarnings, tally.Problems);
        IsBlocked = tally.IsBlocked;
    }

    /// <summary>The dry run is through.</summary>
    internal void FinishCheck(DateTimeOffset now)
    {
        IsChecked = true;
        BytesChecked = Size;
        MoveTo(ImportState.Checked, now);
    }

    /// <summary>Lets it run, for the first time or on from where it stopped.</summary>
    internal void Start(Actor actor, DateTimeOffset now)
    {
        StartedById = actor.Id;
        StartedByName = actor.Name;

        // What was stopped during its dry run begins with that again.
        MoveTo(IsChecked ? ImportState.Running : ImportState.Uploaded, now);
    }

    /// <summary>Asks it to stop. One that nobody works on stops at once.</summary>
    internal void RequestCancel(DateTimeOffset now)
    {
        CancelRequestedAt = now;
        if (State == ImportState.Checked)
        {
            MoveTo(ImportState.Cancelled, now);
        }
    }

    /// <summary>Ends it for good, without its file.</summary>
    internal void End(DateTimeOffset now)
    {
        MoveTo(ImportState.Ended, now);
        ForgetFile();
    }

    /// <summary>Moves on; what belonged to the state before is over.</summary>
    internal void MoveTo(ImportState state, DateTimeOffset now)
    {
        State = state;
        StateAt = now;
        Attempts = 0;
        CancelRequestedAt = null;
    }

    /// <summary>Forgets the file.</summary>
    internal void ForgetFile() => ProtectedFileKey = null;
}
