using Microsoft.JSInterop;
using Onboarding.Portal.Features.Account;

namespace Onboarding.Portal.Features.Stage1Intake.Drafts;

// Whether the browser is still signed in. The connection of the page outlives the cookie and would go on writing in the name of
// somebody whose session has run out, while everything that travels beside it, such as files, is refused.
public sealed partial class IntakePage
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private IJSObjectReference? _session;
    private bool _isSignedOut;

    private string SignInAgain => AccountUrls.SignInAndReturnTo(_number is { } number ? IntakeUrls.Draft(number) : IntakeUrls.New);

    private async Task<bool> IsSignedInAsync()
    {
        try
        {
            _session ??= await Script.InvokeAsync<IJSObjectReference>("import", Patience, $"./{Assets["Features/Stage1Intake/Drafts/IntakePage.razor.js"]}");
            _isSignedOut = await _session.InvokeAsync<bool>("isSignedOut", Patience, AccountUrls.Session);
        }
        catch (Exception exception) when (exception is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // The browser does not answer: nothing new is known.
        }

        return !_isSignedOut;
    }

    private async ValueTask ForgetSessionAsync()
    {
        try
        {
            await (_session?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and its script with it.
        }
    }
}
