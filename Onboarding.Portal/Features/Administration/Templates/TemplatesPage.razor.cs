using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Identity;
using Onboarding.Core.Catalog;
using Onboarding.Core.Messages;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Features.Messages;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Mail;
using Onboarding.Portal.Security;
using Onboarding.Portal.Security.Identity;
using Radzen;

namespace Onboarding.Portal.Features.Administration.Templates;

/// <summary>Edits what customers are written. What was saved is never changed: saving makes the next version.</summary>
public sealed partial class TemplatesPage
{
    private IReadOnlyList<Product> _products = [];
    private IReadOnlyList<MessageTemplate>? _history;
    private OutboxKind _kind = OutboxKind.MailActivated;
    private string _productCode = TemplateKey.EveryProduct;
    private Core.Cases.Language _language = Core.Cases.Language.Indonesian;
    private string _subject = string.Empty;
    private string _body = string.Empty;
    private TemplatePreview? _preview;
    private Refusal? _refusal;
    private int _round;
    private bool _isBusy;
    private bool _isChanged;

    [Inject]
    private SaveMessageTemplateHandler Handler { get; set; } = default!;

    [Inject]
    private MessageTemplates Templates { get; set; } = default!;

    [Inject]
    private ProductReader Products { get; set; } = default!;

    [Inject]
    private TemplateDesk Desk { get; set; } = default!;

    [Inject]
    private CurrentActor People { get; set; } = default!;

    [Inject]
    private IServiceScopeFactory Scopes { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private NotificationService Notifications { get; set; } = default!;

    private TemplateKey Key => new(_kind, _productCode, _language);

    private int SeenVersion => _history is [var newest, ..] ? newest.Version : 0;

    private string InEffect => _history is [{ Content: not null } newest, ..] ? TemplatesText.VersionNow.With(newest.Version) : TemplatesText.StandardNow;

    private string? Refused => _refusal switch
    {
        null => null,
        Invalid => TemplatesText.CheckFields,
        Conflict => TemplatesText.ChangedMeanwhile,
        { } other => DomainTexts.Of(other),
    };

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _products = await Products.AllAsync(CancellationToken.None);
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        _history = await Templates.HistoryAsync(Key, CancellationToken.None);
        Show(await Templates.FindAsync(Key, CancellationToken.None) ?? Desk.Standard(Key));
        _preview = null;
        _refusal = null;
        _isChanged = false;
    }

    private void Show(TemplateContent content)
    {
        (_subject, _body) = (content.SubjectLine, content.Body);
        _round++;
    }

    private void Take(TemplateContent content)
    {
        Show(content);
        _isChanged = true;
    }

    private void Change(Action change)
    {
        change();
        _isChanged = true;
    }

    private async Task ChooseAsync(Action choose)
    {
        // The round gives a select that was not changed after all its old value back.
        if (_isChanged && await Dialogs.ConfirmAsync(LeaveQuestion()) is null)
        {
            _round++;
            return;
        }

        choose();
        await ReadAsync();
    }

    private void TogglePreview() =>
        _preview = _preview is null ? Desk.Preview(Key, new TemplateContent(_subject, _body), Shown()) : null;

    private Product Shown() => _products.FirstOrDefault(product => product.Code == _productCode) ?? _products[0];

    private Task SaveAsync() => StoreAsync(new TemplateContent(_subject, _body));

    private async Task GoBackAsync()
    {
        ConfirmRequest question = new(TemplatesText.Standard, TemplatesText.StandardAsk, TemplatesText.Standard);
        if (await Dialogs.ConfirmAsync(question) is not null)
        {
            await StoreAsync(null);
        }
    }

    private async Task StoreAsync(TemplateContent? content)
    {
        if (_isBusy)
        {
            return;
        }

        _isBusy = true;
        _refusal = (await Handler.HandleAsync(new SaveMessageTemplate(Key, SeenVersion, content), await People.GetAsync(), CancellationToken.None)).Refusal;
        _isBusy = false;
        if (_refusal is null)
        {
            Notifications.Notify(NotificationSeverity.Success, TemplatesText.Saved);
            await ReadAsync();
        }
    }

    private async Task TestAsync()
    {
        if (_isBusy || _preview is not { } preview)
        {
            return;
        }

        _isBusy = true;
        string? address = await OwnAddressAsync();
        string? failure = address is null ? null : await Desk.SendAsync(preview with { Subject = TemplatesText.TestSubject.With(preview.Subject) }, address, CancellationToken.None);
        _isBusy = false;
        Notifications.Notify(
            address is not null && failure is null ? NotificationSeverity.Success : NotificationSeverity.Error,
            address is null ? TemplatesText.TestNoAddress : failure is null ? TemplatesText.TestSent : TemplatesText.TestFailed.With(MessageWords.Why(failure)));
    }

    // To nobody else: a test must not become a way to write to anyone.
    private async Task<string?> OwnAddressAsync()
    {
        await using AsyncServiceScope scope = Scopes.CreateAsyncScope();
        UserManager<StaffAccount> users = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        StaffAccount? account = await users.FindByIdAsync((await People.GetAsync()).Id);
        return account is { Disabled: false, Email: { Length: > 0 } address } ? address : null;
    }

    private async Task AskBeforeLeavingAsync(LocationChangingContext leaving)
    {
        if (_isChanged && await Dialogs.ConfirmAsync(LeaveQuestion()) is null)
        {
            leaving.PreventNavigation();
        }
    }

    private static ConfirmRequest LeaveQuestion() => new(TemplatesText.LeaveTitle, TemplatesText.LeaveText, TemplatesText.Leave, IsDangerous: true);

    private string? ErrorOf(string field) =>
        (_refusal as Invalid)?.Errors.Where(error => error.Field == field).ToList() is { Count: > 0 } errors ? string.Join(' ', errors.Select(DomainTexts.Of)) : null;
}
