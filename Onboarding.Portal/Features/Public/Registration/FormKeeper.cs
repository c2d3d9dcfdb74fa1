using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Microsoft.JSInterop;
using Onboarding.Portal.Features.Stage1Intake;

namespace Onboarding.Portal.Features.Public.Registration;

/// <summary>A form as it is kept in the browser.</summary>
/// <param name="SubmissionKey">The key of the form.</param>
/// <param name="Step">The step it stands at.</param>
/// <param name="Values">What was typed.</param>
public sealed record KeptForm(Guid SubmissionKey, int Step, IDictionary<string, string> Values);

/// <summary>
/// Keeps the form in the tab's session storage, encrypted with a key of the portal: a lost circuit, a reload or a restarted
/// server loses nothing, and closing the tab removes it.
/// </summary>
/// <param name="storage">The tab's storage.</param>
public sealed class FormKeeper(ProtectedSessionStorage storage)
{
    private const string Key = "registration";

    /// <summary>The form of this tab, or null where there is none that can be read.</summary>
    public async Task<KeptForm?> LoadAsync()
    {
        try
        {
            ProtectedBrowserStorageResult<KeptForm> kept = await storage.GetAsync<KeptForm>(Key);
            return kept.Success ? kept.Value : null;
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException or FormatException or JSException)
        {
            // Written by other keys or another version, or a browser without storage: not worth an error to somebody who only wants to register.
            return null;
        }
    }

    /// <summary>Keeps the form as it is now.</summary>
    public async Task SaveAsync(RegistrationInput input, int step)
    {
        try
        {
            await storage.SetAsync(Key, new KeptForm(input.SubmissionKey, step, input.Values));
        }
        catch (Exception exception) when (exception is JSException or JSDisconnectedException or TaskCanceledException)
        {
            // A browser without storage, or one that has just gone: the form itself still stands in the circuit.
        }
    }

    /// <summary>Forgets the form: it was sent in, or the person starts anew.</summary>
    public async Task ForgetAsync()
    {
        try
        {
            await storage.DeleteAsync(Key);
        }
        catch (Exception exception) when (exception is JSException or JSDisconnectedException or TaskCanceledException)
        {
            // As above.
        }
    }
}
