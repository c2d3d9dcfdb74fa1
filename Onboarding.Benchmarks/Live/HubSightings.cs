using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Onboarding.Benchmarks.Live;

/// <summary>When the changes of cases were committed, and when the programs at the hub heard of them.</summary>
internal sealed class HubSightings
{
    private readonly ConcurrentDictionary<(string Number, int Version), long> _committed = [];
    private readonly ConcurrentBag<(string Number, int Version, long At)> _heard = [];

    /// <summary>Forgets what was heard so far.</summary>
    public void Clear()
    {
        _committed.Clear();
        _heard.Clear();
    }

    /// <summary>Notes when a change was committed.</summary>
    public void Committed(string number, int version, long at) => _committed[(number, version)] = at;

    /// <summary>Takes a message of the hub; what is no notice is passed over.</summary>
    public void Hear(long at, ReadOnlyMemory<byte> message)
    {
        if (message.Span.IndexOf("caseChanged"u8) < 0)
        {
            return;
        }

        using var read = JsonDocument.Parse(message);
        var notice = read.RootElement.GetProperty("arguments")[0];
        _heard.Add((notice.GetProperty("number").GetString()!, notice.GetProperty("version").GetInt32(), at));
    }

    /// <summary>From the commit to each program; several changes of one case at once are one message, which counts from the last of them.</summary>
    public Measurement Delays()
    {
        Measurement delays = new();
        foreach (var (number, version, at) in _heard)
        {
            if (_committed.TryGetValue((number, version), out var committed))
            {
                delays.Add(Stopwatch.GetElapsedTime(committed, at));
            }
        }

        return delays;
    }
}
