using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Cases.Viewing;
using Onboarding.Portal.Features.Clarifications;
using Onboarding.Portal.Features.Keeping;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Cases;

/// <summary>
/// What the page of one case and its parts share: the case as it was last read, who looks at it, and the one way to act on it.
/// Used on the renderer only.
/// </summary>
/// <param name="number">Case number.</param>
/// <param name="reader">Reads the case.</param>
/// <param name="people">Who looks, asked again each time because roles can change while the page is open.</param>
/// <param name="wasRead">Called when the case was read again.</param>
/// <param name="clock">Clock.</param>
public sealed class CaseDesk(string number, CaseFileReader reader, CurrentActor people, Action wasRead, TimeProvider clock)
{
    private Task _last = Task.CompletedTask;

    /// <summary>Case number.</summary>
    public string Number => number;

    /// <summary>Keeps what this person types into the forms of the page.</summary>
    public FormKeeper? Keeper { get; init; }

    /// <summary>The request to the applicant that is being put together on this page.</summary>
    public AskSheet Asking { get; } = new();

    /// <summary>How the documents are looked at.</summary>
    public ViewerMemory Viewing { get; } = new(clock);

    /// <summary>The case, or null until it was read or when it cannot be shown.</summary>
    public CaseFile? File { get; private set; }

    /// <summary>Why the case cannot be shown, or null.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Who looks; null until the case was read.</summary>
    public Actor? Actor { get; private set; }

    /// <summary>The document that is shown beside the data, or null.</summary>
    public Guid? ShownDocument { get; private set; }

    /// <summary>Shows a document beside the data; null puts it away.</summary>
    public void Show(Guid? document)
    {
        if (ShownDocument != document)
        {
            ShownDocument = document;
            wasRead();
        }
    }

    /// <summary>Reads the case as it stands now.</summary>
    public async Task ReadAsync(CancellationToken cancellation)
    {
        Actor = await people.GetAsync();
        Result<CaseFile> read = await reader.ReadAsync(number, Actor, cancellation);
        Refusal = read.Refusal;

        // Two readings can overtake each other; the older one is dropped.
        if (!read.IsDone)
        {
            File = null;
        }
        else if (File is null || read.Value.Case.AuditSequence >= File.Case.AuditSequence)
        {
            File = read.Value;
        }

        wasRead();
    }

    /// <summary>Acts on the case and reads it again. Null when done, otherwise why it was refused.</summary>
    /// <param name="work">The use case.</param>
    /// <param name="cancellation">Cancels until the commit.</param>
    public async Task<Refusal?> DoAsync(Func<Actor, CancellationToken, Task<Result<CaseState>>> work, CancellationToken cancellation = default)
    {
        // One after the other: somebody who ticks two boxes quickly must not be in their own way.
        Task before = _last;
        TaskCompletionSource turn = new();
        _last = turn.Task;
        try
        {
            await before;
            Actor = await people.GetAsync();
            Result<CaseState> result = await work(Actor, cancellation);

            // Also after a refusal: it mostly says that the case is not what the page shows.
            if (result.Refusal is not Invalid)
            {
                await ReadAsync(cancellation);
            }

            return result.Refusal;
        }
        finally
        {
            turn.SetResult();
        }
    }

    /// <summary>
    /// Does something that takes its time beside everything else on the page, and reads the case again. Null when done,
    /// otherwise why it was refused.
    /// </summary>
    /// <param name="work">The use case.</param>
    /// <param name="cancellation">The person gave up waiting.</param>
    public async Task<Refusal?> DoBesideAsync(Func<Actor, CancellationToken, Task<Result<CaseState>>> work, CancellationToken cancellation)
    {
        Result<CaseState> result = await work(await people.GetAsync(), cancellation);
        await ReadAsync(CancellationToken.None);
        return result.Refusal;
    }

    /// <summary>What others did after an event of the trail, newest first; openings of documents change nothing and are left out.</summary>
    /// <param name="sequence">Sequence of the last event that the person saw.</param>
    public IReadOnlyList<AuditEvent> ChangesSince(int sequence) => File is null
        ? []
        : [.. File.Timeline.Where(entry => entry.Sequence > sequence && entry.Action != AuditWords.DocumentOpened && entry.ActorId != Actor?.Id)];
}
