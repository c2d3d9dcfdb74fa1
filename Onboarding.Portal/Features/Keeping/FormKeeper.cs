using Onboarding.Core.Drafts;
using Onboarding.Core.Results;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Keeping;

/// <summary>
/// Keeps the forms of one page on the server while they are filled: what this person had begun comes back, what is typed is saved in short
/// pauses, and what was sent is forgotten. Used on the renderer only.
/// </summary>
/// <param name="subject">The case or customer of the page.</param>
/// <param name="reader">Finds drafts.</param>
/// <param name="saves">Saves them.</param>
/// <param name="drops">Forgets them.</param>
/// <param name="people">Who types, asked again each time because roles can change while the page is open.</param>
/// <param name="clock">Measures the pauses.</param>
/// <param name="logger">Told of failures, never of what was typed.</param>
public sealed partial class FormKeeper(
    DraftSubject subject, FormDraftReader reader, SaveFormDraftHandler saves, DropFormDraftHandler drops, CurrentActor people, TimeProvider clock, ILogger<FormKeeper> logger)
{
    /// <summary>At most this long after a key what was typed is kept; also how often, at most, while somebody goes on typing.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, KeptDraft> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private Task _last = Task.CompletedTask;

    /// <summary>The case or customer of the page.</summary>
    public DraftSubject Subject => subject;

    /// <summary>Measures the pauses.</summary>
    public TimeProvider Clock => clock;

    /// <summary>The forms of the browser, among which those of this page count themselves.</summary>
    internal OpenForms? Open { get; init; }

    /// <summary>Told when a draft came to wait for its form, or waits no more.</summary>
    public Action? Changed { get; set; }

    /// <summary>Told at each change that somebody types.</summary>
    public Action? Typed { get; set; }

    /// <summary>What was begun and has no form on the page now, the newest first.</summary>
    public IReadOnlyList<KeptDraft> Waiting => [.. _kept.Values.Where(draft => !_open.Contains(draft.Form)).OrderByDescending(draft => draft.SavedAt)];

    /// <summary>Finds what this person has begun on the subject.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        foreach (KeptDraft draft in await reader.ReadAsync(subject, await people.GetAsync(), cancellationToken))
        {
            _kept[draft.Form] = draft;
        }
    }

    /// <summary>Whether something was begun in a form: then it stands open when the page opens.</summary>
    public bool Has(string form) => _kept.ContainsKey(form);

    /// <summary>What was begun in a form, or null.</summary>
    public KeptDraft? Find(string form) => _kept.GetValueOrDefault(form);

    /// <summary>Forgets a draft that waits.</summary>
    public async Task DropAsync(string form)
    {
        bool wasKept = _kept.Remove(form);
        await InTurnAsync(async () =>
        {
            await drops.HandleAsync(subject, form, await people.GetAsync(), CancellationToken.None);
            return true;
        });

        // A save that was under way when it was forgotten has noted it again.
        wasKept |= _kept.Remove(form);
        if (wasKept)
        {
            Changed?.Invoke();
        }
    }

    /// <summary>A form is on the page.</summary>
    internal void Enter(string form)
    {
        if (_open.Add(form) && _kept.ContainsKey(form))
        {
            Changed?.Invoke();
        }
    }

    /// <summary>A form has left the page.</summary>
    internal void Leave(string form)
    {
        if (_open.Remove(form) && _kept.ContainsKey(form))
        {
            Changed?.Invoke();
        }
    }

    /// <summary>Saves; false when it has to be tried again. A conflict shows in <see cref="Find"/>, which then names another version.</summary>
    internal Task<SavedDraft> SaveAsync(string form, FormContent content, int version) => InTurnAsync(async () =>
    {
        Result<int> saved = await saves.HandleAsync(new SaveFormDraft(subject, form, content, version), await people.GetAsync(), CancellationToken.None);
        if (saved.IsDone)
        {
            _kept[form] = new KeptDraft(form, content, saved.Value, clock.GetUtcNow());
            return SavedDraft.Done;
        }

        if (saved.Refusal is not Conflict)
        {
            return SavedDraft.Refused;
        }

        _kept.Remove(form);
        await ReadAsync(CancellationToken.None);
        return SavedDraft.Elsewhere;
    });

    // One after the other: what is forgotten behind a save stays forgotten.
    private async Task<T?> InTurnAsync<T>(Func<Task<T>> work)
    {
        Task before = _last;
        TaskCompletionSource turn = new();
        _last = turn.Task;
        try
        {
            await before;
            return await work();
        }
#pragma warning disable CA1031 // The database may be away for a while: the form stays as it is, and the next pause tries again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogNotKept(exception);
            return default;
        }
        finally
        {
            turn.SetResult();
        }
    }

    [LoggerMessage(EventId = 4201, Level = LogLevel.Warning, Message = "A draft of a form could not be kept; it is tried again")]
    private partial void LogNotKept(Exception exception);
}

/// <summary>What became of a save.</summary>
internal enum SavedDraft
{
    /// <summary>It failed and can be tried again.</summary>
    Failed = 0,

    /// <summary>It is kept.</summary>
    Done,

    /// <summary>Another window of the same person has typed, or sent, meanwhile.</summary>
    Elsewhere,

    /// <summary>This person may not look into the case any more, or it is too long.</summary>
    Refused,
}
