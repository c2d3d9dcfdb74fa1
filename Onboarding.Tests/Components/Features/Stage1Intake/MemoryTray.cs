using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Portal.Features.Stage1Intake.Documents;
using Onboarding.Portal.Features.Uploading;

namespace Onboarding.Tests.Components.Features.Stage1Intake;

/// <summary>Keeps nothing of a file but its name and length.</summary>
internal sealed class MemoryTray : DocumentTray
{
    private int _last;
    private readonly List<(DocumentKind Kind, string Name)> _arrived = [];

    /// <summary>What is known of the files, now and when the field looks again.</summary>
    public DocumentState State { get; set; } = DocumentState.Usable;

    public override UploadPlace? Place { get; } = new(UploadDoor.Form, Guid.CreateVersion7(DateTimeOffset.UnixEpoch));

    /// <summary>Files arrive past the form.</summary>
    public void Arrive(DocumentKind kind, params string[] names) => _arrived.AddRange(names.Select(name => (kind, name)));

    /// <summary>Shows a file with all that is known of it.</summary>
    public void Show(TrayDocument document) => Fill([document]);

    public override Task RefreshAsync(CancellationToken cancellationToken)
    {
        Fill([.. All.Select(document => document with { State = State }), .. _arrived.Select(file => new TrayDocument(new Guid(++_last, 0, 0, new byte[8]), file.Kind, file.Name, file.Name.Length, State))]);
        _arrived.Clear();
        return Task.CompletedTask;
    }

    protected override Task<Refusal?> DeleteAsync(TrayDocument document, CancellationToken cancellationToken) => Task.FromResult<Refusal?>(null);
}
