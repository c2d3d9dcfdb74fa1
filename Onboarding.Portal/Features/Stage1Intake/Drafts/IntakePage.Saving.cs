using Microsoft.JSInterop;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents.Reading;
using Onboarding.Core.Results;
using Onboarding.Portal.Components.Controls;

namespace Onboarding.Portal.Features.Stage1Intake.Drafts;

// Saving, by itself and by hand, sending in and throwing away.
public sealed partial class IntakePage
{
    private Func<Task>? _next;

    // A draft has a number that is never given again, so there is none before there is something to keep under it.
    private bool MaySaveItself => !_isSent && !_isMissing && _tone != Tone.Warning
        && _form is { Input: { Kind: not null, Product: not null } } form && (_number is not null || IntakeInput.IsBegun(form));

    private async Task SaveItselfAsync()
    {
        if (!_isBusy && _isChanged && MaySaveItself && !_leaving.IsCancellationRequested)
        {
            if (await IsSignedInAsync())
            {
                await SavedAsync();
            }

            StateHasChanged();
        }
    }

    private Task SaveAsync()
    {
        if (_form!.Accepts(FieldPaths.Choice))
        {
            return ActAsync(SavedAsync);
        }

        ShowProblems();
        return Task.CompletedTask;
    }

    private Task SendAsync()
    {
        if (!_form!.Accepts(FieldPaths.All(_form.Input)))
        {
            ShowProblems();
            return Task.CompletedTask;
        }

        return ActAsync(async () =>
        {
            if (_number is null || await SavedAsync())
            {
                _isSent = Done(await Desk.SendAsync(_documents!, _form.Input, Offset, _policy.Version, _accepted.NewIn(_form), await Actor.GetAsync(), _leaving.Token));
                if (_isSent)
                {
                    Unsaved.End();
                }
            }
        }, waits: true);
    }

    private async Task DiscardAsync()
    {
        ConfirmRequest question = new(IntakeText.DiscardTitle, IntakeText.DiscardText, IntakeText.Discard, IsDangerous: true);
        if (await Dialogs.ConfirmAsync(question) is null)
        {
            return;
        }

        await ActAsync(async () =>
        {
            if (Done(await Desk.DiscardAsync(_documents!, await Actor.GetAsync(), _leaving.Token)))
            {
                _isMissing = true;
                Navigation.NavigateTo(IntakeUrls.Drafts);
            }
        });
    }

    private async Task<bool> SavedAsync()
    {
        _isChanged = false;
        bool isNew = _number is null;
        IReadOnlySet<CardField> read = _accepted.NewIn(_form!);
        if (!Done(await Desk.SaveAsync(_documents!, _form!.Input, Offset, read, await Actor.GetAsync(), _leaving.Token)))
        {
            return false;
        }

        _accepted.Saved(read);

        _savedAt = Clock.GetUtcNow();
        Unsaved.End();
        if (isNew && _number is { } number)
        {
            // Only the address: a navigation would move the focus away from the field that is being typed into.
            await Script.InvokeVoidAsync("history.replaceState", _leaving.Token, null, string.Empty, IntakeUrls.Draft(number));
        }

        return true;
    }

    // Whoever saves and sends in one breath has sent: what is pressed while something is saved is done behind it.
    private async Task ActAsync(Func<Task> act, bool waits = false)
    {
        if (_isBusy)
        {
            _next = waits ? act : _next;
            return;
        }

        _isBusy = true;
        _refusal = null;
        _tone = Tone.Danger;
        try
        {
            if (await IsSignedInAsync())
            {
                await act();
            }
        }
        finally
        {
            _isBusy = false;
        }

        Func<Task>? next = _next;
        _next = null;
        if (next is not null && !_isSent && _refusal is null)
        {
            await ActAsync(next);
        }
    }

    private bool Done(Result<CaseState> result)
    {
        switch (result.Refusal)
        {
            case null:
                _number = result.Value.Number;
                break;
            case Invalid invalid:
                _form!.Refuse(invalid);
                ShowProblems();
                break;
            case { } refusal:
                _tone = refusal is Conflict ? Tone.Warning : Tone.Danger;
                _refusal = DomainTexts.Of(refusal);
                break;
        }

        return result.IsDone;
    }

    private void ShowProblems()
    {
        _problems = _form!.Problems(FieldPaths.All(_form.Input));
        if (_problems.Count > 0)
        {
            _form.Focus(_problems[0].Path);
        }
    }
}
