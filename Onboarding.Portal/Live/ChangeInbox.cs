using System.Diagnostics.CodeAnalysis;
using Onboarding.Core.Queues;

namespace Onboarding.Portal.Live;

/// <summary>
/// Gathers the notices that one listener has not taken yet: several of one case become one, and a flood becomes the
/// request to read everything again, so that a listener that is slow costs a bounded amount of memory.
/// A new inbox counts as being emptied: its owner empties it once it is ready.
/// </summary>
internal sealed class ChangeInbox
{
    /// <summary>More cases than this are not worth being told one by one.</summary>
    public const int MostCases = 250;

    private readonly Lock _lock = new();
    private Dictionary<Guid, CaseChange> _waiting = [];
    private bool _hasGaps;
    private bool _isBeingEmptied = true;

    /// <summary>Keeps a notice.</summary>
    /// <returns>True when nobody is emptying the inbox yet, so the caller has to see to it.</returns>
    public bool Add(CaseChange change)
    {
        lock (_lock)
        {
            if (!_hasGaps)
            {
                _waiting[change.CaseId] = _waiting.TryGetValue(change.CaseId, out CaseChange? earlier) ? Merge(earlier, change) : change;
                if (_waiting.Count > MostCases)
                {
                    _waiting = [];
                    _hasGaps = true;
                }
            }

            return BeginEmptying();
        }
    }

    /// <summary>Notes that notices were lost.</summary>
    /// <returns>As <see cref="Add"/>.</returns>
    public bool AddGap()
    {
        lock (_lock)
        {
            _hasGaps = true;
            _waiting = [];
            return BeginEmptying();
        }
    }

    /// <summary>Takes everything. When there is nothing, the emptying has ended and the next notice asks for it anew.</summary>
    public bool TryTake([NotNullWhen(true)] out ChangeBatch? batch)
    {
        lock (_lock)
        {
            if (_waiting.Count == 0 && !_hasGaps)
            {
                _isBeingEmptied = false;
                batch = null;
                return false;
            }

            batch = new ChangeBatch([.. _waiting.Values], _hasGaps);
            _waiting = [];
            _hasGaps = false;
            return true;
        }
    }

    private static CaseChange Merge(CaseChange earlier, CaseChange later) => later with
    {
        Version = Math.Max(earlier.Version, later.Version),
        Queues = [.. earlier.Queues.Union(later.Queues)],
        Told = CaseChange.Join(earlier.Told, later.Told),
    };

    private bool BeginEmptying()
    {
        bool begins = !_isBeingEmptied;
        _isBeingEmptied = true;
        return begins;
    }
}
