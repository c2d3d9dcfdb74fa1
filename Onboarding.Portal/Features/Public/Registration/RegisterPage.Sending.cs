using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Portal.Features.Stage1Intake;

namespace Onboarding.Portal.Features.Public.Registration;

// Sending the form in, once.
public sealed partial class RegisterPage
{
    private async Task SendAsync()
    {
        if (_isSending || Keeper.State is Saving.Elsewhere)
        {
            return;
        }

        if (!Limits.MaySend(Visitor))
        {
            _refusal = PublicText.TooManyAttempts;
            return;
        }

        _isSending = true;
        await KeepAsync();
        if (Keeper.State is Saving.Elsewhere or Saving.Gone)
        {
            _isSending = false;
            return;
        }

        if (Keeper.Token is { } token)
        {
            await Sent.RememberAsync(token, _form!.Input.SubmissionKey);
        }

        Result<Registered> result = await Keeper.SendAsync(Command());
        if (result.IsDone)
        {
            // Stays "sending": a second click must not find a button before the page has changed.
            await ForgetTypedAsync(null);
            Navigation.NavigateTo(PublicUrls.Registered(result.Value.StatusToken), forceLoad: true);
            return;
        }

        _isSending = false;
        if (Keeper.State is not (Saving.Elsewhere or Saving.Gone))
        {
            await ShowRefusalAsync(result.Refusal);
        }
    }

    private RegisterCase Command()
    {
        RegistrationInput input = _form!.Input;
        bool isEnglish = string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal);
        return new RegisterCase(
            input.SubmissionKey,
            input.ProductCode,
            Channel.Online,
            isEnglish ? Language.English : Language.Indonesian,
            input.ToData(),
            new GivenConsent(_policy.Version, input.IsTicked(FieldPaths.Consent), input.IsTicked(FieldPaths.Marketing)),
            Details: new IntakeDetails(BrochureVersion: input.Product?.BrochureVersion));
    }

    private async Task ShowRefusalAsync(Refusal refusal)
    {
        if (refusal is not Invalid invalid)
        {
            _refusal = DomainTexts.Of(refusal);
            return;
        }

        // The text changed while the form was open: the new one is shown, and nothing counts as agreed to it.
        if (invalid.Errors.Any(error => error.Problem == InputProblem.ConsentTextOutdated))
        {
            _policy = await Catalog.PrivacyPolicyAsync(_leaving.Token);
            _form!.Tick(FieldPaths.Consent, isTicked: false);
            _form.Tick(FieldPaths.Marketing, isTicked: false);
        }

        // So did the price or the terms: they are read again before anything is sent.
        if (invalid.Errors.FirstOrDefault(error => error.Problem == InputProblem.BrochureOutdated) is { } outdated)
        {
            _products = ProductCard.Offered(await Catalog.AllAsync(_leaving.Token));
            _form!.Input.Products = _products;
            _refusal = DomainTexts.Of(outdated);
        }

        _form!.Refuse(invalid);
        ShowProblems(FieldPaths.All(_form.Input));
    }
}
