using Microsoft.AspNetCore.Components;
using Onboarding.Core.Imports;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Live;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Stage1Intake.Imports;

/// <summary>The base of the pages that show imports and follow them: listens first, then reads, one reading at a time.</summary>
public abstract class ImportComponent : TurnComponent
{
    private ImportWatch? _watch;

    /// <summary>True while something that is shown is under way.</summary>
    protected abstract bool IsOpen { get; }

    /// <summary>Reads imports.</summary>
    [Inject]
    protected ImportReader Reader { get; set; } = default!;

    [Inject]
    private ImportProgressFeed Feed { get; set; } = default!;

    [Inject]
    private PageClock Ticks { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _watch?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Whether this import is shown. Called on the writer's thread: it must only compare.</summary>
    protected abstract bool Concerns(Guid id);

    /// <summary>Reads everything that is shown.</summary>
    protected abstract Task ReadAsync(Actor actor, CancellationToken cancellationToken);

    /// <summary>Reads what may have changed.</summary>
    protected virtual Task RefreshAsync(Actor actor, CancellationToken cancellationToken) => ReadAsync(actor, cancellationToken);

    /// <summary>Who looks.</summary>
    protected Task<Actor> ActorAsync() => Current.GetAsync();

    /// <inheritdoc />
    protected sealed override void OnInitialized() =>
        _watch = new ImportWatch(Feed, Ticks, Concerns, () => IsOpen, InvokeAsync, () => InTurnAsync(RefreshAsync));

    /// <inheritdoc />
    protected sealed override Task OnParametersSetAsync() => ReloadAsync();

    /// <summary>Reads everything again, and shows it.</summary>
    protected Task ReloadAsync() => InTurnAsync(ReadAsync);

    private Task InTurnAsync(Func<Actor, CancellationToken, Task> read) => ReadInTurnAsync(async () => await read(await ActorAsync(), Closing));
}
