using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Microsoft.JSInterop;
using Onboarding.Core.Cases;

namespace Onboarding.Portal.Features.Public.Registration;

/// <summary>
/// Remembers in the tab, encrypted with a key of the portal, which form it is sending in. When the answer is lost on its way, the
/// form's link leads nowhere any more; the tab that sent it still finds its confirmation, and nobody else does.
/// </summary>
/// <param name="storage">The tab's storage.</param>
/// <param name="links">Finds what was sent in.</param>
public sealed class SentForm(ProtectedSessionStorage storage, PublicLinks links)
{
    private const string Key = "registration-sent";

    /// <summary>Takes note of a form before it is sent in.</summary>
    public async Task RememberAsync(string token, Guid submissionKey)
    {
        try
        {
            await storage.SetAsync(Key, new Note(token, submissionKey));
        }
        catch (Exception exception) when (exception is JSException or JSDisconnectedException or TaskCanceledException)
        {
            // A browser without storage, or one that has just gone: the form is sent in all the same.
        }
    }

    /// <summary>The token of the confirmation of the form that this tab sent in from a link; null where it sent none.</summary>
    public async Task<string?> FindAsync(string token, CancellationToken cancellationToken)
    {
        try
        {
            ProtectedBrowserStorageResult<Note> note = await storage.GetAsync<Note>(Key);
            return note is { Success: true, Value: { } sent } && string.Equals(sent.Token, token, StringComparison.Ordinal)
                ? await links.FindSentAsync(sent.SubmissionKey, cancellationToken)
                : null;
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException or FormatException or JSException)
        {
            // Written by other keys or another version, or a browser without storage.
            return null;
        }
    }

    private sealed record Note(string Token, Guid SubmissionKey);
}
