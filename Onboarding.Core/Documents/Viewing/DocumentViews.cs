using System.Buffers.Text;
using System.Security.Cryptography;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Documents.Viewing;

/// <summary>
/// The documents that are being looked at. Kept in memory: whoever looks is bound to this process by the page anyway, and what is
/// not written down cannot be found. Bounded in number and in time.
/// </summary>
/// <param name="clock">Clock.</param>
public sealed class DocumentViews(TimeProvider clock)
{
    /// <summary>More than any office has open; beyond it the oldest ends.</summary>
    public const int Most = 4096;

    private const int TokenSize = 32;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, OpenView> _open = new(StringComparer.Ordinal);

    // All last equally long, so the first that was opened is the first that ends.
    private readonly Queue<string> _order = new();

    /// <summary>How long one opening holds.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(1);

    /// <summary>Notes that a document was opened.</summary>
    internal DocumentView Add(string number, Guid documentId, Actor actor, int pages)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenSize));
        var endsAt = clock.GetUtcNow() + Lifetime;
        lock (_gate)
        {
            Forget();
            _open.Add(token, new OpenView(number, documentId, actor.Id, pages, endsAt));
            _order.Enqueue(token);
        }

        return new DocumentView(token, documentId, pages, endsAt);
    }

    /// <summary>The opening behind a token, or nothing when it has ended or was made by somebody else.</summary>
    internal OpenView? Find(string token, Actor actor)
    {
        lock (_gate)
        {
            return _open.TryGetValue(token, out var view) && view.ActorId == actor.Id && view.EndsAt > clock.GetUtcNow() ? view : null;
        }
    }

    private void Forget()
    {
        var now = clock.GetUtcNow();
        while (_order.TryPeek(out var first) && (_open[first].EndsAt <= now || _order.Count >= Most))
        {
            _open.Remove(_order.Dequeue());
        }
    }
}

/// <summary>What is known of one opening.</summary>
internal sealed record OpenView(string Number, Guid DocumentId, string ActorId, int Pages, DateTimeOffset EndsAt)
{
    /// <summary>One page of a document is drawn at a time: who turns pages quickly must not take all the tools.</summary>
    public SemaphoreSlim Turn { get; } = new(1);
}
