using System.Globalization;
using Microsoft.AspNetCore.Components;
using Onboarding.Core.Notifications;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Live;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Notices;

/// <summary>A person's own notices, live.</summary>
public sealed partial class NoticesPage : LiveComponent
{
    private const int PageSize = 40;

    private List<NoticeLine> _lines = [];
    private Guid? _next;
    private string _personId = "";
    private bool _isRead;
    private Refusal? _refusal;

    /// <summary>Only what is unread.</summary>
    [SupplyParameterFromQuery(Name = NoticeUrls.UnreadParameter)]
    public string? UnreadText { get; set; }

    /// <inheritdoc />
    protected override object? Subject => OnlyUnread;

    private bool OnlyUnread => UnreadText == "true";

    [Inject]
    private NoticeReader Notices { get; set; } = default!;

    [Inject]
    private NoticeSettings Settings { get; set; } = default!;

    [Inject]
    private MarkNoticesReadHandler Marks { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private DisplayTime Time { get; set; } = default!;

    /// <inheritdoc />
    protected override bool Concerns(CaseChange change) => change.Concerns(_personId);

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        Actor actor = await Current.GetAsync();
        _personId = actor.Id;

        // Whoever has gone on to older ones keeps them, as far as one reading goes.
        NoticePage page = await Notices.ReadAsync(OnlyUnread, after: null, Math.Max(PageSize, _lines.Count), actor, cancellationToken);
        (_lines, _next, _isRead) = ([.. page.Lines], page.Next, true);
    }

    /// <inheritdoc />
    protected override async Task ApplyAsync(IReadOnlyList<CaseChange> changes, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        StateHasChanged();
    }

    private Task MoreAsync() => InTurnAsync(async () =>
    {
        NoticePage page = await Notices.ReadAsync(OnlyUnread, _next, PageSize, await Current.GetAsync(), Closing);
        _lines.AddRange(page.Lines);
        _next = page.Next;
    });

    private async Task MarkAsync(NoticeGroup group) =>
        _refusal = (await Marks.MarkAsync([.. group.Lines.Select(line => line.Id)], await Current.GetAsync(), Closing)).Refusal;

    private async Task MarkAllAsync() => _refusal = (await Marks.MarkAllAsync(_lines[0].Id, await Current.GetAsync(), Closing)).Refusal;

    // Names of days and months are words, in the language of the page.
    private string DayName(DateOnly day) => (Time.Today.DayNumber - day.DayNumber) switch
    {
        0 => NoticeText.Today,
        1 => NoticeText.Yesterday,
        _ => day.ToString("dddd, d MMMM yyyy", CultureInfo.GetCultureInfo(CultureInfo.CurrentUICulture.Name)),
    };
}
