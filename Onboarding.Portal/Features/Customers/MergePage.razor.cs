using Microsoft.AspNetCore.Components;
using Onboarding.Core.Customers;
using Onboarding.Core.Drafts;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Layout;
using Onboarding.Portal.Features.Keeping;
using Onboarding.Portal.Security;
using Radzen;

namespace Onboarding.Portal.Features.Customers;

/// <summary>Makes one customer of two records, after a look at both.</summary>
public sealed partial class MergePage
{
    private readonly HashSet<string> _fromMerged = new(StringComparer.Ordinal);
    private FormKeeper? _keeper;
    private KeptForm? _kept;
    private MergePreview? _preview;
    private Refusal? _findRefusal;
    private string? _refusal;
    private string? _reasonError;
    private string _other = "";
    private string _reason = "";
    private bool _isBusy;
    private bool _isOpen;

    /// <summary>Number of the customer that stays.</summary>
    [Parameter]
    public string Number { get; set; } = "";

    [Inject]
    private FormKeeping Keeping { get; set; } = default!;

    [Inject]
    private MergePreviewReader Reader { get; set; } = default!;

    [Inject]
    private MergeCustomersHandler Handler { get; set; } = default!;

    [Inject]
    private CurrentActor People { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private UnsavedInput Unsaved { get; set; } = default!;

    [Inject]
    private NotificationService Notifications { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync() => _keeper = await Keeping.OpenAsync(DraftSubject.Customer(Number), CancellationToken.None);

    private KeptFields Holds() => new()
    {
        Texts = { [nameof(MergeCustomers.Reason)] = _reason },
        Choices = { [nameof(MergeCustomers.Merged)] = _other, [nameof(MergeCustomers.FromMerged)] = _preview is null ? null : KeptFields.Of(_fromMerged) },
    };

    private async Task RestoreAsync(KeptFields kept)
    {
        (_reason, _other) = (kept.Text(nameof(MergeCustomers.Reason)), kept.Choice(nameof(MergeCustomers.Merged)));
        if (_other.Length > 0)
        {
            await FindAsync();
            _fromMerged.Clear();
            _fromMerged.UnionWith(kept.Several(nameof(MergeCustomers.FromMerged)).Where(path => _preview?.Fields.Any(known => known.Path == path) == true));
        }
    }

    // Covered numbers can look the same while they are not, so whoever merges may open them.
    private string Shown(string path, string text) =>
        text.Length == 0 ? "–" : RecordWords.Value(path, _isOpen ? text : new RecordValue(path, text).Covered().Text);

    private static string WordsOf(Refusal refusal) => refusal is Invalid { Errors: [{ Problem: InputProblem.MustDiffer }, ..] } ? CustomerText.MergeSame : DomainTexts.Of(refusal);

    private async Task FindAsync()
    {
        _isBusy = true;
        Result<MergePreview> read = await Reader.ReadAsync(Number, _other, await People.GetAsync(), CancellationToken.None);
        _isBusy = false;
        _findRefusal = read.Refusal;
        _refusal = null;
        _preview = read.IsDone ? read.Value : null;
        _fromMerged.Clear();
        _fromMerged.UnionWith(_preview?.Fields.Where(field => field.TakesMerged).Select(field => field.Path) ?? []);
    }

    private RenderFragment Option(MergeField field, string text, bool takesMerged) => builder =>
    {
        builder.OpenElement(0, "label");
        builder.AddAttribute(1, "class", "choice");
        builder.OpenElement(2, "input");
        builder.AddAttribute(3, "type", "radio");
        builder.AddAttribute(4, "name", $"field-{field.Path}");
        builder.AddAttribute(5, "value", takesMerged ? "merged" : "survivor");
        builder.AddAttribute(6, "checked", _fromMerged.Contains(field.Path) == takesMerged);
        builder.AddAttribute(7, "onchange", EventCallback.Factory.Create(this, () => Choose(field.Path, takesMerged)));
        builder.CloseElement();
        builder.OpenElement(8, "span");
        builder.AddContent(9, Shown(field.Path, text));
        builder.CloseElement();
        builder.CloseElement();
    };

    private void Choose(string path, bool takesMerged) => _ = takesMerged ? _fromMerged.Add(path) : _fromMerged.Remove(path);

    private async Task MergeAsync()
    {
        if (_isBusy || _preview is not { } preview)
        {
            return;
        }

        _isBusy = true;
        Actor actor = await People.GetAsync();
        Result<CustomerState> merged = await Handler.HandleAsync(
            new MergeCustomers(preview.Survivor.Target, preview.Merged.Target, _fromMerged, _reason), actor, CancellationToken.None);
        _isBusy = false;
        _reasonError = null;
        _refusal = null;
        if (merged.IsDone)
        {
            Unsaved.End();
            await _kept.ForgetAsync();
            Notifications.Notify(NotificationSeverity.Success, CustomerText.Merged);
            Navigation.NavigateTo(CustomerUrls.Of(Number));
        }
        else if (merged.Refusal is Invalid invalid)
        {
            _reasonError = invalid.Errors.Where(error => error.Field == nameof(MergeCustomers.Reason)).Select(DomainTexts.Of).FirstOrDefault();
            _refusal = invalid.Errors.FirstOrDefault(error => error.Field != nameof(MergeCustomers.Reason)) is { } error ? DomainTexts.Of(error) : null;
        }
        else
        {
            _refusal = DomainTexts.Of(merged.Refusal!);
        }
    }
}
