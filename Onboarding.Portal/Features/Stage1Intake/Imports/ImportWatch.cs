using Onboarding.Core.Imports;
using Onboarding.Portal.Live;

namespace Onboarding.Portal.Features.Stage1Intake.Imports;

/// <summary>
/// Follows imports for a page. Notices of this process come at once; for an import that another node runs the page looks again
/// at each tick of its clock. Notices that come while the page reads become one more reading.
/// </summary>
internal sealed class ImportWatch : IDisposable
{
    private readonly VisitorLanguage _visitor = new();
    private readonly Func<Func<Task>, Task> _invoke;
    private readonly Func<Task> _refresh;
    private readonly IDisposable _notices;
    private readonly IDisposable _ticks;
    private int _isDue;

    /// <summary>Begins to follow.</summary>
    /// <param name="feed">The notices.</param>
    /// <param name="clock">The ticks.</param>
    /// <param name="concerns">Whether the page shows this import; called on the writer's thread, it must only compare.</param>
    /// <param name="isOpen">Whether anything on the page is still under way.</param>
    /// <param name="invoke">Runs on the renderer.</param>
    /// <param name="refresh">Reads again and shows it; must not throw.</param>
    public ImportWatch(
        ImportProgressFeed feed, PageClock clock, Func<Guid, bool> concerns, Func<bool> isOpen, Func<Func<Task>, Task> invoke, Func<Task> refresh)
    {
        (_invoke, _refresh) = (invoke, refresh);
        _notices = feed.Subscribe(id => Call(concerns(id)));
        _ticks = clock.Subscribe(() => Call(isOpen()));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _notices.Dispose();
        _ticks.Dispose();
    }

    private void Call(bool concerns)
    {
        if (concerns && Interlocked.Exchange(ref _isDue, 1) == 0)
        {
            _ = _invoke(async () =>
            {
                // From here on another notice is news again.
                Interlocked.Exchange(ref _isDue, 0);
                _visitor.Speak();
                await _refresh();
            });
        }
    }
}
