using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Onboarding.Core.Catalog;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;
using Radzen;

namespace Onboarding.Portal.Features.Administration.Products;

/// <summary>Edits the brochure of a product. What is in effect is never changed: publishing makes the next version.</summary>
public sealed partial class ProductEditorPage
{
    private ProductHistory? _product;
    private BrochureDraft? _draft;
    private Refusal? _refusal;
    private string _newCode = string.Empty;
    private DateOnly? _validDay;
    private TimeOnly? _validTime;
    private bool _isDayUnread;
    private bool _isTimeUnread;
    private string? _asked;
    private int _round;
    private bool _isBusy;
    private bool _isChanged;
    private bool _isMissing;
    private bool _isPreview;

    /// <summary>Code of the product; none for a new one.</summary>
    [Parameter]
    public string? Code { get; set; }

    [Inject]
    private ProductHandler Handler { get; set; } = default!;

    [Inject]
    private CurrentActor People { get; set; } = default!;

    [Inject]
    private DisplayTime Time { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private NotificationService Notifications { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private string? Refused => _refusal switch
    {
        null => null,
        Invalid => ProductsText.CheckFields,
        Conflict => ProductsText.ChangedMeanwhile,
        { } other => DomainTexts.Of(other),
    };

    private string PublishText => _product is not { Brochures: [var newest, ..] }
        ? ProductsText.PublishFirst
        : newest.ValidFrom > Time.Now ? ProductsText.PublishSame.With(newest.Version) : ProductsText.PublishNext.With(newest.Version + 1);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_draft is null || Code != _asked)
        {
            _asked = Code;
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        _product = Code is null ? null : (await Handler.ListAsync(CancellationToken.None)).FirstOrDefault(product => product.Code == Code);
        _isMissing = Code is not null && _product is null;
        _draft = _isMissing ? null : BrochureDraft.From(_product?.Brochures[0].Content);
        DateTime? planned = _product?.Brochures[0] is { } newest && newest.ValidFrom > Time.Now ? Time.Local(newest.ValidFrom).DateTime : null;
        _validDay = planned is { } day ? DateOnly.FromDateTime(day) : null;
        _validTime = planned is { } time ? TimeOnly.FromDateTime(time) : null;
        _isDayUnread = _isTimeUnread = false;
        _refusal = null;
        _isChanged = false;
        _round++;
    }

    private void Change(Action change)
    {
        change();
        _isChanged = true;
    }

    private async Task PublishAsync()
    {
        DateTimeOffset? from = Instant();
        BrochureContent content = _draft!.ToContent();
        Core.Workflow.Actor actor = await People.GetAsync();
        await ActAsync(() => _product is { Brochures: [var newest, ..] } product
            ? Handler.PublishAsync(new PublishBrochure(product.Code, newest.Version, newest.Hash, content, from), actor, CancellationToken.None)
            : Handler.CreateAsync(new CreateProduct(_newCode.Trim(), content, from), actor, CancellationToken.None));
        if (_refusal is not null)
        {
            return;
        }

        _isChanged = false;
        Notifications.Notify(NotificationSeverity.Success, ProductsText.Published);
        if (Code is null)
        {
            Navigation.NavigateTo(ProductUrls.Of(_newCode.Trim()));
        }
        else
        {
            await ReadAsync();
        }
    }

    private async Task ToggleOfferAsync()
    {
        bool isOffered = !_product!.IsOffered;
        Core.Workflow.Actor actor = await People.GetAsync();
        await ActAsync(() => Handler.OfferAsync(_product.Code, isOffered, actor, CancellationToken.None));
        if (_refusal is null)
        {
            _product = _product with { IsOffered = isOffered };
            Notifications.Notify(NotificationSeverity.Success, isOffered ? ProductsText.OfferedNow : ProductsText.WithdrawnNow);
        }
    }

    private async Task ActAsync(Func<Task<Result<Done>>> act)
    {
        if (_isBusy)
        {
            return;
        }

        _isBusy = true;
        _refusal = (await act()).Refusal;
        _isBusy = false;
    }

    private async Task AskBeforeLeavingAsync(LocationChangingContext leaving)
    {
        ConfirmRequest question = new(ProductsText.LeaveTitle, ProductsText.LeaveText, ProductsText.Leave, IsDangerous: true);
        if (_isChanged && await Dialogs.ConfirmAsync(question) is null)
        {
            leaving.PreventNavigation();
        }
    }

    private string? ErrorOf(string path) =>
        (_refusal as Invalid)?.Errors.FirstOrDefault(error => error.Field == path) is { } error ? DomainTexts.Of(error) : null;

    private static string? HintOf(string field) => field switch
    {
        nameof(BrochureText.Questions) => ProductsText.HintQuestions,
        nameof(BrochureText.Guide) => ProductsText.HintGuide,
        nameof(BrochureText.Name) or nameof(BrochureText.Summary) => null,
        _ => ProductsText.HintMarkdown,
    };

    private static int LengthOf(string field) => field switch
    {
        nameof(BrochureText.Name) => BrochureText.MaxNameLength,
        nameof(BrochureText.Summary) => BrochureText.MaxSummaryLength,
        _ => BrochureText.MaxTextLength,
    };

    // A day without a time begins at midnight; a time without a day is none.
    private DateTimeOffset? Instant() => _validDay is not { } day
        ? null
        : new DateTimeOffset(day.ToDateTime(_validTime ?? TimeOnly.MinValue), Time.Zone.Offset()).ToUniversalTime();
}
