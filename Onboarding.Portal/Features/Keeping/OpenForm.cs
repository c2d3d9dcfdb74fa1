using Onboarding.Core.Drafts;

namespace Onboarding.Portal.Features.Keeping;

/// <summary>One form while it stands on the page: what is in it, and how much of that is kept. Used on the renderer only.</summary>
internal sealed class OpenForm : IAsyncDisposable
{
    private readonly FormKeeper _keeper;
    private readonly string _name;
    private readonly Action _show;
    private readonly ITimer _timer;
    private Task _last = Task.CompletedTask;
    private FormContent _empty;
    private FormContent _now;
    private FormContent _saved;
    private int _version;
    private int _round;
    private bool _isPausing;
    private bool _hasEnded;
    private bool _hasLeft;

    /// <summary>Takes the form as it is when it is opened; what was begun in it is in <see cref="Kept"/>.</summary>
    /// <param name="keeper">The keeper of the page.</param>
    /// <param name="name">Name of the form.</param>
    /// <param name="content">What stands in it now.</param>
    /// <param name="onRenderer">Runs what a pause brings.</param>
    /// <param name="show">Shows how it stands.</param>
    public OpenForm(FormKeeper keeper, string name, FormContent content, Func<Func<Task>, Task> onRenderer, Action show)
    {
        (_keeper, _name, _show) = (keeper, name, show);
        (_empty, _now, _saved) = (content, content, content);
        if (keeper.Find(name) is { } kept)
        {
            (Kept, _saved, _now, _version, State) = (kept, kept.Content, kept.Content, kept.Version, DraftState.Restored);
        }

        _timer = keeper.Clock.CreateTimer(_ => _ = onRenderer(SaveAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        keeper.Enter(name);
        keeper.Open?.Add(this);
    }

    /// <summary>Name of the form.</summary>
    public string Name => _name;

    /// <summary>Something was typed that is not kept yet.</summary>
    public bool IsPending => !_hasEnded && !_now.IsSameAs(_saved);

    /// <summary>What was begun before the page was opened, or in another window of the same person; null when nothing was.</summary>
    public KeptDraft? Kept { get; private set; }

    /// <summary>What stood in the form when it was opened, to begin anew.</summary>
    public FormContent Empty => _empty;

    /// <summary>How much of what stands in the form is kept.</summary>
    public DraftState State { get; private set; }

    /// <summary>The version that is kept; 0 while nothing is.</summary>
    public int Version => _version;

    /// <summary>When it was last kept (UTC), or null.</summary>
    public DateTimeOffset? SavedAt => _keeper.Find(_name)?.SavedAt;

    /// <summary>Takes note of what stands in the form now; nothing happens while it is the same.</summary>
    public void Note(FormContent content)
    {
        if (_hasEnded)
        {
            // It was sent or given up: what stands there now is where it begins anew.
            (_empty, _now, _saved, _hasEnded) = (content, content, content, false);
            return;
        }

        if (!content.IsSameAs(_now))
        {
            _now = content;
            _keeper.Typed?.Invoke();
            PauseThenSave();
        }
    }

    /// <summary>Takes what another window of the same person typed.</summary>
    public FormContent TakeOther()
    {
        FormContent other = Kept?.Content ?? _empty;
        (_saved, _now, _version, State) = (other, other, Kept?.Version ?? 0, DraftState.Restored);
        return other;
    }

    /// <summary>Goes on with what stands here, over what another window of the same person typed.</summary>
    public Task KeepThisAsync()
    {
        (_version, State) = (Kept?.Version ?? 0, DraftState.None);
        return SaveAsync();
    }

    /// <summary>Keeps what was typed last without waiting for the pause; true when the form holds something, and all of it is kept.</summary>
    public async Task<bool> KeepNowAsync()
    {
        await SaveAsync();
        return !IsPending && State is (DraftState.Saved or DraftState.Restored);
    }

    /// <summary>The form was sent or given up: nothing of it is kept.</summary>
    public Task EndAsync()
    {
        _round++;
        (_hasEnded, _version, State, Kept) = (true, 0, DraftState.None, null);
        (_now, _saved) = (_empty, _empty);
        return _keeper.DropAsync(_name);
    }

    /// <summary>The form leaves the page: what was typed last is kept.</summary>
    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        await SaveAsync();
        _hasLeft = true;
        _keeper.Open?.Remove(this);
        _keeper.Leave(_name);
    }

    private void PauseThenSave()
    {
        if (!_isPausing && !_hasLeft && _timer.Change(FormKeeper.Pause, Timeout.InfiniteTimeSpan))
        {
            _isPausing = true;
        }
    }

    // One after the other, or the second would name the version that the first has just moved on from.
    private Task SaveAsync() => _last = SaveBehindAsync(_last);

    private async Task SaveBehindAsync(Task before)
    {
        await before;
        _isPausing = false;
        if (_hasEnded || _hasLeft || State == DraftState.Elsewhere || _now.IsSameAs(_saved))
        {
            return;
        }

        (FormContent content, int round) = (_now, _round);
        if (content.IsSameAs(_empty))
        {
            // Everything was taken out again.
            (_saved, _version, State) = (content, 0, DraftState.None);
            await _keeper.DropAsync(_name);
        }
        else
        {
            SavedDraft saved = await _keeper.SaveAsync(_name, content, _version);

            // It may have been sent or given up meanwhile; then what was saved is forgotten behind it.
            if (round == _round)
            {
                Take(saved, content);
            }
        }

        _show();
    }

    private void Take(SavedDraft saved, FormContent content)
    {
        switch (saved)
        {
            case SavedDraft.Done:
                (_saved, _version, State) = (content, _keeper.Find(_name)?.Version ?? _version, DraftState.Saved);
                break;
            case SavedDraft.Elsewhere:
                (Kept, State) = (_keeper.Find(_name), DraftState.Elsewhere);
                break;
            case SavedDraft.Failed:
                State = DraftState.NotSaved;
                PauseThenSave();
                break;
            case SavedDraft.Refused:
                State = DraftState.NotSaved;
                break;
        }

        if (saved == SavedDraft.Done && !_now.IsSameAs(_saved))
        {
            PauseThenSave();
        }
    }
}

/// <summary>How much of what stands in a form is kept.</summary>
public enum DraftState
{
    /// <summary>Nothing to keep.</summary>
    None = 0,

    /// <summary>What was begun earlier has come back.</summary>
    Restored,

    /// <summary>It is kept.</summary>
    Saved,

    /// <summary>It is not kept yet.</summary>
    NotSaved,

    /// <summary>The same person typed into it in another window, or sent it there.</summary>
    Elsewhere,
}
