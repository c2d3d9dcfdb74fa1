using Microsoft.AspNetCore.Components.Forms;
using Onboarding.Core.Documents;

namespace Onboarding.Portal.Features.Cases.Uploading;

/// <summary>Where a chosen file stands.</summary>
public enum UploadState
{
    /// <summary>Chosen; its kind can still be changed.</summary>
    Waiting = 1,

    /// <summary>On its way.</summary>
    Sending,

    /// <summary>In the case.</summary>
    Done,

    /// <summary>Not taken; the same file would be refused again.</summary>
    Refused,

    /// <summary>Given up, by the person or by the line; it can be tried again.</summary>
    Broken,
}

/// <summary>One chosen file on its way into a case.</summary>
/// <param name="file">The file in the browser; nothing of it is here until it is sent.</param>
/// <param name="kind">What it is, until the person says otherwise.</param>
public sealed class UploadEntry(IBrowserFile file, DocumentKind kind) : IDisposable
{
    private const int All = 100;

    private CancellationTokenSource? _sending;

    /// <summary>The file in the browser.</summary>
    public IBrowserFile File => file;

    /// <summary>What it is.</summary>
    public DocumentKind Kind { get; set; } = kind;

    /// <summary>Where it stands.</summary>
    public UploadState State { get; private set; } = UploadState.Waiting;

    /// <summary>How much of it has arrived, 0 to 100.</summary>
    public int Percent { get; private set; }

    /// <summary>What the person has to know, or null.</summary>
    public string? Message { get; private set; }

    /// <summary>Whether it can be sent.</summary>
    public bool CanSend => State is UploadState.Waiting or UploadState.Broken;

    /// <summary>Begins to send.</summary>
    public CancellationToken Begin()
    {
        _sending?.Dispose();
        _sending = new CancellationTokenSource();
        (State, Percent, Message) = (UploadState.Sending, 0, null);
        return _sending.Token;
    }

    /// <summary>Takes note of what has arrived; true when it is worth showing.</summary>
    /// <param name="read">Bytes so far.</param>
    /// <param name="step">Percent between two pictures.</param>
    public bool Advance(long read, int step)
    {
        int percent = file.Size == 0 ? All : (int)Math.Min(All, read * All / file.Size);
        if (percent < Percent + step && percent < All)
        {
            return false;
        }

        bool isNews = percent != Percent;
        Percent = percent;
        return isNews;
    }

    /// <summary>Says how it ended.</summary>
    public void End(UploadState state, string? message) => (State, Message) = (state, message);

    /// <summary>Gives it up while it is on its way.</summary>
    public void Cancel() => _sending?.Cancel();

    /// <inheritdoc />
    public void Dispose()
    {
        _sending?.Cancel();
        _sending?.Dispose();
    }
}
