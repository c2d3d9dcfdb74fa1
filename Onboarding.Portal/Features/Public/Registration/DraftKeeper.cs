using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage1Intake.Online;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Public.Registration;

/// <summary>
/// Keeps the form of one page as it is typed: the first save makes the draft and its link, each further one is the next state of
/// it. Saves go one after the other, so that an older text never overtakes a newer one.
/// </summary>
/// <param name="starts">Makes a draft.</param>
/// <param name="saves">Saves it.</param>
/// <param name="sends">Sends it in.</param>
/// <param name="forgets">Throws it away.</param>
/// <param name="register">Sends a form in that could not be kept.</param>
/// <param name="drafts">Finds it.</param>
/// <param name="limits">How many forms one network may begin.</param>
/// <param name="visitor">From where this one is filled.</param>
public sealed class DraftKeeper(
    StartRegistrationDraftHandler starts,
    SaveRegistrationDraftHandler saves,
    SendRegistrationDraftHandler sends,
    ForgetRegistrationDraftHandler forgets,
    RegisterCaseHandler register,
    RegistrationDraftReader drafts,
    CircuitLimits limits,
    Visitor visitor)
{
    private readonly Dictionary<string, (string Before, string Text)> _typing = new(StringComparer.Ordinal);
    private Task _last = Task.CompletedTask;
    private DraftContent? _saved;
    private IReadOnlyDictionary<string, string>? _there;

    /// <summary>The token of the link, or null while nothing is kept.</summary>
    public string? Token { get; private set; }

    /// <summary>The version of the kept form on which what is filled here is based; 0 while nothing is kept.</summary>
    public int Version { get; private set; }

    /// <summary>Whether what was typed is kept.</summary>
    public Saving State { get; private set; }

    /// <summary>When it was last saved (UTC), or null.</summary>
    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>Until when it is kept if nothing more is typed (UTC), or null.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>The fields that another device or tab filled differently, while <see cref="State"/> is <see cref="Saving.Elsewhere"/>.</summary>
    public IReadOnlyList<DifferingField> Differing { get; private set; } = [];

    /// <summary>Goes on with the form behind a link; null when the link leads nowhere.</summary>
    public async Task<OpenDraft?> OpenAsync(string token, CancellationToken cancellationToken)
    {
        Result<OpenDraft> found = await drafts.FindAsync(token, cancellationToken);
        if (!found.IsDone)
        {
            State = Saving.Gone;
            return null;
        }

        _typing.Clear();
        Took(token, new SavedDraft(found.Value.Version, found.Value.SavedAt, found.Value.ExpiresAt), found.Value.Content);
        return found.Value;
    }

    /// <summary>
    /// Takes note of the text of a field that somebody still types in. The form itself gets it when the field is left: changed
    /// before, it would come back to the browser and overwrite what was typed since.
    /// </summary>
    public void Typing(RegistrationInput input, string path, string text) => _typing[path] = (input[path], text);

    /// <summary>Saves the form as it stands.</summary>
    /// <param name="input">What was typed.</param>
    /// <param name="step">The step at which it stands.</param>
    /// <param name="isTouched">Whether something beside the texts changed, such as a document: then the same texts are a save as well.</param>
    public Task SaveAsync(RegistrationInput input, int step, bool isTouched = false)
    {
        DraftContent content = Content(input, step);
        return _last = SaveAfterAsync(_last, content, input.SubmissionKey, isTouched);
    }

    /// <summary>
    /// What this device held back was typed over an older version than the one that is kept now: nothing of it is saved before
    /// somebody says which state is to stay.
    /// </summary>
    /// <param name="version">The version over which it was typed.</param>
    /// <param name="there">What is kept now, by the path of the field.</param>
    public void FallBehind(int version, IDictionary<string, string> there) =>
        (Version, State, _there) = (version, Saving.Elsewhere, new Dictionary<string, string>(there, StringComparer.Ordinal));

    /// <summary>What is typed here stays, whatever another device typed.</summary>
    public async Task KeepThisAsync(RegistrationInput input, int step)
    {
        await _last;
        if (Token is not null && await drafts.VersionAsync(Token, CancellationToken.None) is { } version)
        {
            (Version, _saved, State) = (version, null, Saving.Now);
            await SaveAsync(input, step);
        }
        else
        {
            State = Saving.Gone;
        }
    }

    /// <summary>Whether another device went on with the form since this one saved or read it.</summary>
    public async Task<bool> IsBehindAsync()
    {
        await _last;
        if (Token is null || State == Saving.Elsewhere)
        {
            return false;
        }

        int? version = await drafts.VersionAsync(Token, CancellationToken.None);
        State = version is null ? Saving.Gone : State;
        return version > Version;
    }

    /// <summary>Sends the form in; twice makes one case.</summary>
    public async Task<Result<Registered>> SendAsync(RegisterCase command)
    {
        await _last;
        Result<Registered> result = Token is null
            ? await register.HandleAsync(command, Actor.Applicant(command.SubmissionKey), CancellationToken.None)
            : await sends.HandleAsync(new SendRegistrationDraft(Token, Version, command), CancellationToken.None);
        State = result.Refusal switch
        {
            Conflict { Code: RefusalCode.VersionConflict } => Saving.Elsewhere,
            NotFound => Saving.Gone,
            _ => State,
        };
        return result;
    }

    /// <summary>Throws the form away with its documents.</summary>
    public async Task ForgetAsync()
    {
        await _last;
        if (Token is not null)
        {
            await forgets.HandleAsync(Token, CancellationToken.None);
        }

        _typing.Clear();
        (Token, Version, _saved, SavedAt, ExpiresAt, State) = (null, 0, null, null, null, Saving.None);
    }

    private async Task SaveAfterAsync(Task before, DraftContent content, Guid submissionKey, bool isTouched)
    {
        await before;
        if (State == Saving.Elsewhere)
        {
            Differing = DifferingFrom(content);
        }

        if (State is Saving.Elsewhere or Saving.Gone || (!isTouched && IsSaved(content)))
        {
            return;
        }

        State = Saving.Now;
        if (Token is null)
        {
            await StartAsync(content, submissionKey);
        }
        else
        {
            Result<SavedDraft> saved = await saves.HandleAsync(new SaveRegistrationDraft(Token, Version, content), CancellationToken.None);
            if (saved.IsDone)
            {
                Took(Token, saved.Value, content);
            }
            else
            {
                _there = saved.Refusal is Conflict ? await ThereAsync() : null;
                Differing = DifferingFrom(content);
                State = saved.Refusal switch
                {
                    Conflict => Saving.Elsewhere,
                    NotFound => Saving.Gone,
                    _ => Saving.Failed,
                };
            }
        }
    }

    private async Task StartAsync(DraftContent content, Guid submissionKey)
    {
        if (!limits.MayStartDraft(visitor))
        {
            State = Saving.Failed;
            return;
        }

        Result<StartedDraft> started = await starts.HandleAsync(new StartRegistrationDraft(submissionKey, content), CancellationToken.None);
        if (started.IsDone)
        {
            Took(started.Value.Token, started.Value.Draft, content);
        }
        else
        {
            State = Saving.Failed;
        }
    }

    private async Task<IReadOnlyDictionary<string, string>?> ThereAsync()
    {
        Result<OpenDraft> there = await drafts.FindAsync(Token!, CancellationToken.None);
        return there.IsDone ? there.Value.Content.Values : null;
    }

    private IReadOnlyList<DifferingField> DifferingFrom(DraftContent here) => _there is null
        ? []
        : [.. here.Values.Keys.Union(_there.Keys, StringComparer.Ordinal)
            .Select(path => new DifferingField(path, here.Values.GetValueOrDefault(path, ""), _there.GetValueOrDefault(path, "")))
            .Where(field => !string.Equals(field.Here, field.There, StringComparison.Ordinal))];

    private void Took(string token, SavedDraft draft, DraftContent content) =>
        (Token, Version, SavedAt, ExpiresAt, _saved, State, Differing, _there) = (token, draft.Version, draft.SavedAt, draft.ExpiresAt, content, Saving.Done, [], null);

    private bool IsSaved(DraftContent content) =>
        _saved is { } saved && saved.Step == content.Step && saved.Language == content.Language && saved.Values.Count == content.Values.Count
        && content.Values.All(entry => saved.Values.TryGetValue(entry.Key, out string? text) && string.Equals(text, entry.Value, StringComparison.Ordinal));

    private DraftContent Content(RegistrationInput input, int step)
    {
        Dictionary<string, string> values = new(input.Values, StringComparer.Ordinal);
        foreach ((string path, (string before, string text)) in _typing)
        {
            if (string.Equals(input[path], before, StringComparison.Ordinal))
            {
                values[path] = text;
            }
        }

        // Consent is an act of the one who sends the form in, so no link carries it.
        values.Remove(FieldPaths.Consent);
        values.Remove(FieldPaths.Marketing);
        bool isEnglish = string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal);
        string? product = input.ProductCode.Length > 0 ? input.ProductCode : null;
        return new DraftContent(step, product, input.Kind, isEnglish ? Language.English : Language.Indonesian, values);
    }
}
