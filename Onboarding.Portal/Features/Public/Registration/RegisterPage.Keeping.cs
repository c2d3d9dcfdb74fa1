using Microsoft.JSInterop;
using Onboarding.Portal.Components;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Portal.Features.Stage1Intake.Documents;

namespace Onboarding.Portal.Features.Public.Registration;

// Keeping what is typed: while it is typed, when a field is left, and when the connection comes back.
public sealed partial class RegisterPage
{
    private DotNetObjectReference<RegisterPage>? _self;
    private IJSObjectReference? _script;
    private List<Guid> _documents = [];
    private bool _isAddressed;

    /// <summary>Takes what the browser holds and nobody has kept yet; called by the script.</summary>
    /// <param name="fields">The texts by the id of their field.</param>
    /// <param name="isSettled">True for what was left while the connection was away: the form takes it over.</param>
    /// <returns>Whether it is kept now.</returns>
    [JSInvokable]
    public async Task<bool> TypedAsync(IReadOnlyDictionary<string, string> fields, bool isSettled)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (_form is null || _isSending)
        {
            return false;
        }

        Take(fields, isSettled);
        await KeepAsync();
        StateHasChanged();
        return Keeper.State == Saving.Done;
    }

    /// <summary>The page is looked at again: what another device typed meanwhile is shown; called by the script.</summary>
    [JSInvokable]
    public async Task LookAsync()
    {
        if (_form is not null && !_isSending && await Keeper.IsBehindAsync())
        {
            await TakeNewerAsync();
        }

        StateHasChanged();
    }

    private void Take(IReadOnlyDictionary<string, string> fields, bool isSettled)
    {
        RegistrationInput input = _form!.Input;
        foreach ((string path, string text) in New(fields))
        {
            if (isSettled)
            {
                _form.Set(path, text);
            }
            else
            {
                Keeper.Typing(input, path, text);
            }
        }
    }

    // The fields of the form that it does not hold like that; a consent is never taken from anywhere.
    private IEnumerable<(string Path, string Text)> New(IReadOnlyDictionary<string, string> fields)
    {
        RegistrationInput input = _form!.Input;
        foreach (string path in FieldPaths.All(input).Append(FieldPaths.OtherDomicile).Except([FieldPaths.Consent]))
        {
            if (fields.TryGetValue(FieldPaths.InputId(path), out string? text) && !string.Equals(input[path], text, StringComparison.Ordinal))
            {
                yield return (path, text);
            }
        }
    }

    // What the tab held back over the version that was opened is simply taken. Over an older one, another device has typed since:
    // the person is asked again, as often as the page is opened, unless both say the same.
    private async Task RestoreAsync(HeldBack held)
    {
        bool isBehind = Keeper.Token is not null && held.Version < Keeper.Version;
        if (isBehind && !New(held.Fields).Any())
        {
            await ForgetTypedAsync(Keeper.Token);
            return;
        }

        if (isBehind)
        {
            Keeper.FallBehind(held.Version, _form!.Input.Values);
        }

        await TypedAsync(held.Fields, isSettled: true);
    }

    private void ShowAndKeep()
    {
        if (_problems.Count > 0)
        {
            _problems = _form!.Problems(RegistrationStep.Fields(_step, _form.Input));
        }

        StateHasChanged();
        _ = InvokeAsync(ShowKeptAsync);
    }

    private async Task ShowKeptAsync()
    {
        if (!_leaving.IsCancellationRequested && !_isSending)
        {
            await KeepAsync();
            StateHasChanged();
        }
    }

    private async Task KeepAsync()
    {
        // The documents are kept already; that they changed is a save of the form, with its time and its period.
        List<Guid> documents = [.. _form!.Documents.All.Select(document => document.Id)];
        bool isTouched = !documents.SequenceEqual(_documents);
        _documents = documents;
        await Keeper.SaveAsync(_form.Input, _step, isTouched);
        if (Keeper.Token is { } token && Token is null && !_isAddressed && _script is not null)
        {
            // The script reads the version from the page, so that one is shown first.
            _isAddressed = true;
            StateHasChanged();
            await _script.InvokeVoidAsync("begun", _leaving.Token, token, PublicUrls.Draft(token));
        }
    }

    // In the order of the form; what stands in no field of it, such as the step, says nothing to the person.
    private IReadOnlyList<DifferingField> Differing =>
        [.. FieldPaths.All(_form!.Input).Select(path => Keeper.Differing.FirstOrDefault(one => string.Equals(one.Path, path, StringComparison.Ordinal))).OfType<DifferingField>()];

    private async Task TakeNewerAsync()
    {
        if (Keeper.Token is { } token && await Keeper.OpenAsync(token, _leaving.Token) is { } draft)
        {
            (_problems, _refusal, _notice) = ([], null, PublicText.TakenOver);
            await UseAsync(draft);
        }
    }

    private async Task ChooseNewerAsync()
    {
        await TakeNewerAsync();
        await ForgetTypedAsync(Keeper.Token);
    }

    private async Task KeepThisAsync() => await Keeper.KeepThisAsync(_form!.Input, _step);

    private async Task StartAnewAsync()
    {
        if (Keeper.Token is null)
        {
            foreach (TrayDocument document in _form!.Documents.All.ToList())
            {
                await _form.Documents.RemoveAsync(document, _leaving.Token);
            }
        }

        await Keeper.ForgetAsync();
        await ForgetTypedAsync(null);
        Navigation.NavigateTo(PublicUrls.Register, forceLoad: true);
    }

    private async Task ForgetTypedAsync(string? token)
    {
        if (_script is not null)
        {
            await _script.InvokeVoidAsync("forget", _leaving.Token, token);
        }
    }

    private async Task ListenAsync()
    {
        if (_form is null || _self is not null)
        {
            return;
        }

        _self = DotNetObjectReference.Create(this);
        _script = await Scripts.InvokeAsync<IJSObjectReference>("import", _leaving.Token, $"./{Assets["Features/Public/Registration/RegisterPage.razor.js"]}");
        string[] unkept = [FieldPaths.InputId(FieldPaths.Consent), FieldPaths.InputId(FieldPaths.Marketing)];
        HeldBack? held = await _script.InvokeAsync<HeldBack?>("start", _leaving.Token, _self, Keeper.Token, unkept);
        if (held?.IsFirst == true && Token is not null)
        {
            // Somebody comes back to the form; a reload takes nothing away that would have to be given back.
            _notice = PublicText.Restored;
            StateHasChanged();
        }

        if (held is { Fields.Count: > 0 })
        {
            await RestoreAsync(held);
        }
    }

    private async Task StopListeningAsync()
    {
        await _script.EndAsync();
        _self?.Dispose();
    }
}
