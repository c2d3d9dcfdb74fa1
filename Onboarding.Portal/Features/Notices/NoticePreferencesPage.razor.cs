using System.Globalization;
using Microsoft.AspNetCore.Components;
using Onboarding.Core.Cases;
using Onboarding.Core.Notifications;
using Onboarding.Core.Results;
using Onboarding.Portal.Components.Layout;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;
using Radzen;

namespace Onboarding.Portal.Features.Notices;

/// <summary>The person's own choices; saving them in two windows is noticed by the version.</summary>
public sealed partial class NoticePreferencesPage : ComponentBase
{
    private List<KindChoice>? _kinds;
    private int _version;
    private string _address = "";
    private Language _language;
    private bool _mailsAtAnyTime;
    private bool _isBusy;
    private Refusal? _refusal;

    [Inject]
    private NoticePreferencesHandler Handler { get; set; } = default!;

    [Inject]
    private CurrentActor People { get; set; } = default!;

    [Inject]
    private NotificationService Messages { get; set; } = default!;

    [Inject]
    private UnsavedInput Input { get; set; } = default!;

    private string? AddressError =>
        (_refusal as Invalid)?.Errors.FirstOrDefault(error => error.Field == nameof(NoticePreferences.MailAddress)) is { } error ? DomainTexts.Of(error) : null;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        Result<NoticePreferences> read = await Handler.ReadAsync(await People.GetAsync(), CancellationToken.None);
        if (read.Refusal is { } refusal)
        {
            (_refusal, _kinds) = (refusal, []);
            return;
        }

        NoticePreferences own = read.Value;
        _kinds = [.. NoticeKinds.All.Select(kind => new KindChoice(kind, own.Of(kind)))];
        (_version, _address, _mailsAtAnyTime, _refusal) = (own.Version, own.MailAddress ?? "", own.MailsAtAnyTime, null);
        _language = own.Version > 0 ? own.Language : Languages.From(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
    }

    private async Task SaveAsync()
    {
        if (_isBusy || _kinds is null)
        {
            return;
        }

        _isBusy = true;
        SaveNoticePreferences command = new(_version, _address, _language, _mailsAtAnyTime, _kinds.ToDictionary(kind => kind.Kind, kind => kind.Choice));
        _refusal = (await Handler.SaveAsync(command, await People.GetAsync(), CancellationToken.None)).Refusal;
        _isBusy = false;
        if (_refusal is null)
        {
            Input.End();
            Messages.Notify(NotificationSeverity.Success, NoticeText.Saved);
            await ReadAsync();
        }
    }

    private sealed class KindChoice(NoticeKind kind, NoticeChoice choice)
    {
        public NoticeKind Kind => kind;

        public bool InPage { get; set; } = choice.InPage;

        public bool InBrowser { get; set; } = choice.InBrowser;

        public NoticeMailing Mail { get; set; } = choice.Mail;

        public NoticeChoice Choice => new(InPage, InBrowser, Mail);
    }
}
