using Microsoft.AspNetCore.Components;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Queues;
using Onboarding.Core.Queues.Views;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Presence;
using Onboarding.Portal.Features.Queues.Work;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Live.Presence;

namespace Onboarding.Portal.Features.Queues;

/// <summary>
/// What a row of a queue says, each cell a ready text: a row exists fifty times on each open page, and drawn as elements it has a hundred of them. What holds
/// the focus is a text of its own, so that it stays where it is when something else in the row changes. The looks are those of QueueRowView.razor.css, whose
/// scope has the name that is written here.
/// </summary>
internal static class QueueCells
{
    /// <summary>The name, which leads to the case.</summary>
    public static MarkupString Name(QueueEntry entry) => entry.IsLeaving
        ? ReadyText.Of($"""<span class="name" b-queue-row>{entry.Row.ApplicantName}</span>""")
        : ReadyText.Of($"""<a class="name" href="{Address(entry.Row)}" data-open data-focus-first b-queue-row>{entry.Row.ApplicantName}</a>""");

    /// <summary>The line below the name: number, who has it open, kind and channel.</summary>
    public static MarkupString Meta(QueueRow row, IReadOnlyList<QueueColumn> columns, IReadOnlyList<PresentPerson> people) => ReadyText.Of(
        $"""<span class="meta" b-queue-row><span class="number" b-queue-row>{row.Number}</span>{PresenceMark.Draw(row.Number, people)}{Span(columns.Contains(QueueColumn.Kind), DomainTexts.Of(row.Kind))}{Span(columns.Contains(QueueColumn.Channel), DomainTexts.Of(row.Channel))}</span>""");

    /// <summary>Where the case stands.</summary>
    public static MarkupString State(ResourceAssetCollection assets, QueueRow row, bool showQueue)
    {
        MarkupString badge = row.Concern is { } concern
            ? Tag.Draw(assets, DomainTexts.Of(concern), Tone.Warning, withIcon: true)
            : StatusBadge.Draw(assets, row.Status, row.OnHold);
        MarkupString queue = ReadyText.If(showQueue && SaysMore(row), $"""<span class="queue" b-queue-row>{DomainTexts.Of(row.Queue)}</span>""");
        MarkupString advice = ReadyText.If(row.RejectionRecommended, $"""<span class="queue warning" b-queue-row>{DomainTexts.Of(QueueFlag.RejectionRecommended)}</span>""");
        return ReadyText.Of($"""<div class="state" b-queue-row>{badge}{queue}{advice}</div>""");
    }

    /// <summary>When it is due, and until when it is put aside.</summary>
    public static MarkupString Due(ResourceAssetCollection assets, QueueRow row, SlaReading? reading, DisplayTime time)
    {
        MarkupString clock = reading is null ? default : Components.Controls.SlaClock.Draw(assets, time, reading, row.DueAt, row.OnHold);
        MarkupString aside = row.SnoozedUntil is { } until ? SnoozeMark.Draw(time, until, row.SnoozeReason) : default;
        return ReadyText.Of($"""<div class="due" b-queue-row><span class="visually-hidden">{QueueText.DueLabel}</span>{clock}{aside}</div>""");
    }

    /// <summary>A fact that somebody chose to see, under its name.</summary>
    public static MarkupString Fact(QueueColumn column, QueueRow row, QueueRowBoard board)
    {
        MarkupString value = column switch
        {
            QueueColumn.Since => TimeText.Draw(board.Time, row.OpenedAt),
            QueueColumn.Product => Span(isThere: true, board.Products.Of(row.ProductCode)),
            _ => Span(isThere: true, Province.Find(row.ProvinceCode)?.Name ?? "–"),
        };
        return ReadyText.Of($"""<div class="fact" b-queue-row><span class="label" b-queue-row>{DomainTexts.Of(column)}</span>{value}</div>""");
    }

    /// <summary>Who has it.</summary>
    public static MarkupString Assignee(ResourceAssetCollection assets, QueueRow row, bool isOwn)
    {
        MarkupString person = row.AssigneeId is null
            ? ReadyText.If(isThere: true, $"""<span class="muted">{QueueText.Nobody}</span>""")
            : ReadyText.If(isThere: true, $"{Icon.Draw(assets, IconName.Person)}<span>{(isOwn ? QueueText.You : row.AssigneeName)}</span>");
        return ReadyText.Of($"""<div class="assignee" b-queue-row><span class="visually-hidden">{QueueText.AssigneeLabel}</span>{person}</div>""");
    }

    /// <summary>The buttons; <see cref="QueueRowView"/> hears which was pressed.</summary>
    public static MarkupString Actions(ResourceAssetCollection assets, QueueEntry entry, QueueRowOffer offer)
    {
        if (entry.IsLeaving)
        {
            return ReadyText.Of($"""<div class="actions" b-queue-row><span class="muted small">{QueueText.Gone}</span></div>""");
        }

        (QueueRow row, string number) = (entry.Row, entry.Row.Number);
        bool isFree = row.AssigneeId is null;
        MarkupString claim = ReadyText.If(
            offer.Claim,
            $"""<button type="button" class="button button-small button-soft" data-claim data-press="{QueueRowOffer.ClaimPress}" aria-label="{QueueText.ClaimOf.With(number)}">{QueueText.Claim}</button>""");
        MarkupString release = ReadyText.If(
            offer.Release,
            $"""<button type="button" class="button button-small button-quiet" data-release data-press="{QueueRowOffer.ReleasePress}" aria-label="{QueueText.ReleaseOf.With(number)}">{QueueText.Release}</button>""");
        MarkupString assign = ReadyText.If(
            offer.Assign,
            $"""<button type="button" class="button button-small button-quiet" data-assign data-row-key="a" data-press="{QueueRowOffer.AssignPress}" aria-label="{(isFree ? QueueText.AssignOf : QueueText.ReassignOf).With(number)}">{(isFree ? QueueText.Assign : QueueText.Reassign)}</button>""");
        MarkupString aside = ReadyText.If(
            offer.Aside,
            $"""<button type="button" class="button button-small button-quiet button-icon" data-row-key="s" data-press="{QueueRowOffer.AsidePress}" aria-label="{(offer.IsAside ? WorkText.WakeOf : WorkText.SnoozeOf).With(number)}" title="{(offer.IsAside ? WorkText.Wake : WorkText.Snooze)}">{Icon.Draw(assets, offer.IsAside ? IconName.PlayCircle : IconName.Schedule)}</button>""");
        return ReadyText.Of($"""<div class="actions" b-queue-row>{claim}{release}{assign}{aside}</div>""");
    }

    // Some queues are called like the status of their cases, and once is enough.
    private static bool SaysMore(QueueRow row) => row.Concern is not null || !string.Equals(DomainTexts.Of(row.Queue), DomainTexts.Of(row.Status), StringComparison.Ordinal);

    private static string Address(QueueRow row) => row.Concern is null ? CaseUrls.Of(row.Number) : CaseUrls.Of(row.Number, CaseSections.Concerns);

    private static MarkupString Span(bool isThere, string text) => ReadyText.If(isThere, $"<span>{text}</span>");
}
