using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security.Identity;

namespace Onboarding.Portal.Features.Account;

/// <summary>A person replaces their own password; who has a one-time password comes here first.</summary>
public sealed partial class ChangePasswordPage
{
    private string? _refusal;
    private bool _isChanged;

    [SupplyParameterFromForm]
    private ChangePasswordForm? Form { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    [Inject]
    private StaffSignInManager SignIn { get; set; } = default!;

    private static string Name(string field) => $"{nameof(Form)}.{field}";

    private static string Filled(string text) =>
        text.With(StaffIdentity.PasswordLength);

    private async Task ChangeAsync()
    {
        _refusal = await RefusalAsync();
        _isChanged = _refusal is null;
    }

    private async Task<string?> RefusalAsync()
    {
        if (Form is not { IsComplete: true })
        {
            return Filled(AccountText.PasswordTooWeak);
        }

        if (Form.New != Form.Repeated)
        {
            return AccountText.PasswordsDiffer;
        }

        if (Form.New == Form.Current)
        {
            return AccountText.PasswordUnchanged;
        }

        if (await SignIn.UserManager.GetUserAsync(Context.User) is not { } account)
        {
            return AccountText.ChangeFailed;
        }

        bool hadToChange = account.MustChangePassword;
        account.MustChangePassword = false;
        IdentityResult result = await SignIn.UserManager.ChangePasswordAsync(account, Form.Current!, Form.New!);
        if (!result.Succeeded)
        {
            account.MustChangePassword = hadToChange;
            return Sentence(StaffDirectory.Problem(result));
        }

        await SignIn.RefreshSignInAsync(account);
        return null;
    }

    private static string Sentence(StaffAccountProblem? problem) => problem switch
    {
        StaffAccountProblem.PasswordWrong => AccountText.PasswordWrong,
        StaffAccountProblem.PasswordTooWeak => Filled(AccountText.PasswordTooWeak),
        _ => AccountText.ChangeFailed,
    };
}
