using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using Onboarding.Core.Notifications;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Live;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Notices;

/// <summary>
/// The bell. Whoever opens a case or customer knows what there was to tell of it, by whichever way they came, so the notices about it
/// are read from then on.
/// </summary>
public sealed partial class NoticeBell : LiveComponent
{
    private readonly HashSet<Guid> _known = [];
    private NoticeBoard _board = new(0, []);
    private string _personId = "";
    private string? _news;

    [Inject]
    private NoticeReader Notices { get; set; } = default!;

    [Inject]
    private NoticePreferencesHandler Preferences { get; set; } = default!;

    [Inject]
    private MarkNoticesReadHandler Marks { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IJSRuntime Scripts { get; set; } = default!;

    private string Label => _board.Unread == 0 ? NoticeText.BellNone : NoticeText.Bell.With(NoticeWords.Count(_board.Unread));

    /// <inheritdoc />
    protected override bool Concerns(CaseChange change) => change.Concerns(_personId);

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        Actor actor = await Current.GetAsync();
        _personId = actor.Id;
        _board = await Notices.BoardAsync(actor, cancellationToken);
        _known.UnionWith(_board.Newest.Select(line => line.Id));
    }

    /// <inheritdoc />
    protected override async Task ApplyAsync(IReadOnlyList<CaseChange> changes, CancellationToken cancellationToken)
    {
        Actor actor = await Current.GetAsync();
        _board = await Notices.BoardAsync(actor, cancellationToken);
        NoticeLine[] news = [.. _board.Newest.Where(line => _known.Add(line.Id) && !line.IsRead)];
        if (news.Length > 0)
        {
            _news = news is [var one] ? NoticeText.OneNew.With(NoticeWords.Of(one), one.Number) : NoticeText.ManyNew.With(news.Length);
        }

        StateHasChanged();
        await ShowInBrowserAsync(news, actor, cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            Navigation.LocationChanged += WhenMoved;
            await MarkOpenedAsync();
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Navigation.LocationChanged -= WhenMoved;
        }

        base.Dispose(disposing);
    }

    private void WhenMoved(object? sender, LocationChangedEventArgs moved) => _ = InvokeAsync(MarkOpenedAsync);

    private async Task MarkOpenedAsync()
    {
        if (NoticeUrls.SubjectOf(Navigation.ToBaseRelativePath(Navigation.Uri)) is { } number)
        {
            await InTurnAsync(async () => await Marks.MarkAboutAsync(number, await Current.GetAsync(), Closing));
        }
    }

    private async Task MarkAllAsync()
    {
        if (_board.Newest is [var newest, ..])
        {
            await Marks.MarkAllAsync(newest.Id, await Current.GetAsync(), Closing);
        }
    }

    // The script shows nothing while the portal is in sight, or where the person has not allowed it.
    private async Task ShowInBrowserAsync(NoticeLine[] news, Actor actor, CancellationToken cancellationToken)
    {
        Result<NoticePreferences> chosen = news.Length == 0 ? new NotFound(RefusalCode.RecordNotFound) : await Preferences.ReadAsync(actor, cancellationToken);
        if (!chosen.IsDone || news.Where(line => chosen.Value.Of(line.Kind).InBrowser).ToArray() is not { Length: > 0 } wanted)
        {
            return;
        }

        try
        {
            await using IJSObjectReference module = await Scripts.InvokeAsync<IJSObjectReference>("import", cancellationToken, $"./{Assets["Features/Notices/NoticeBell.razor.js"]}");
            await module.InvokeVoidAsync("show", cancellationToken, wanted.Select(line => new { Id = line.Id.ToString("N"), Title = NoticeWords.Of(line), Text = line.Number, Href = NoticeWords.Href(line) }));
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone.
        }
    }
}
