namespace Onboarding.Core.Documents.Viewing;

/// <summary>Pages that were drawn, in memory alone and never more of it than the limit: the one not looked at for longest goes first.</summary>
/// <param name="clock">Clock.</param>
/// <param name="limit">The most bytes that are kept.</param>
public sealed class PageCache(TimeProvider clock, long limit = PageCache.UsualLimit)
{
    /// <summary>64 MB: about a hundred pages.</summary>
    public const long UsualLimit = 64L * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<PageKey, LinkedListNode<Entry>> _pages = [];
    private readonly LinkedList<Entry> _order = [];

    /// <summary>Bytes that are kept now.</summary>
    public long Size { get; private set; }

    internal byte[]? Find(PageKey key)
    {
        lock (_gate)
        {
            RemoveEnded();
            if (!_pages.TryGetValue(key, out var node))
            {
                return null;
            }

            _order.Remove(node);
            _order.AddFirst(node);
            return node.Value.Content;
        }
    }

    internal void Add(PageKey key, byte[] content, DateTimeOffset endsAt)
    {
        lock (_gate)
        {
            RemoveEnded();
            if (content.Length > limit || _pages.ContainsKey(key))
            {
                return;
            }

            _pages.Add(key, _order.AddFirst(new Entry(key, content, endsAt)));
            Size += content.Length;
            while (Size > limit)
            {
                Remove(_order.Last!);
            }
        }
    }

    private void RemoveEnded()
    {
        var now = clock.GetUtcNow();
        for (var node = _order.Last; node is not null;)
        {
            var before = node.Previous;
            if (node.Value.EndsAt <= now)
            {
                Remove(node);
            }

            node = before;
        }
    }

    private void Remove(LinkedListNode<Entry> node)
    {
        _order.Remove(node);
        _pages.Remove(node.Value.Key);
        Size -= node.Value.Content.Length;
    }

    private sealed record Entry(PageKey Key, byte[] Content, DateTimeOffset EndsAt);
}

/// <summary>One drawn page of one opening.</summary>
internal readonly record struct PageKey(string Token, int Page, PageDetail Detail);
