using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Portal.Features.Stage1Intake.Documents;

namespace Onboarding.Tests.Components.Features.Stage1Intake;

/// <summary>Keeps nothing of a file but its name and length.</summary>
internal sealed class MemoryTray : DocumentTray
{
    /// <summary>What the next file is refused with.</summary>
    public Refusal? Refusal { get; set; }

    /// <summary>What is known of the files, now and when the field looks again.</summary>
    public DocumentState State { get; set; } = DocumentState.Usable;

    public override Task RefreshAsync(CancellationToken cancellationToken)
    {
        Fill([.. All.Select(document => document with { State = State })]);
        return Task.CompletedTask;
    }

    public override bool CanRemove => true;

    protected override async Task<Result<TrayDocument>> StoreAsync(DocumentKind kind, string fileName, Stream content, CancellationToken cancellationToken)
    {
        using MemoryStream copy = new();
        await content.CopyToAsync(copy, cancellationToken);
        return Refusal is null ? new TrayDocument(Guid.CreateVersion7(DateTimeOffset.UnixEpoch), kind, fileName, copy.Length, State) : Refusal;
    }

    protected override Task<Refusal?> DeleteAsync(TrayDocument document, CancellationToken cancellationToken) => Task.FromResult<Refusal?>(null);
}
