using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Onboarding.Core.Queues;
using Onboarding.Core.Queues.Views;
using Onboarding.Core.Results;
using Onboarding.Portal.Components.Controls;

namespace Onboarding.Portal.Features.Queues;

/// <content>What the address asks for, and what leads to another address.</content>
public sealed partial class RoleQueuePage
{
    // What was left out is named, but nobody's address becomes a wall of text.
    private const int MostNamed = 5;
    private const int LongestName = 24;

    /// <inheritdoc />
    protected override Task OnInitializedAsync()
    {
        Navigation.LocationChanged += Follow;
        _board = new QueueRowBoard(Counting, Time, Presence)
        {
            OnClaim = EventCallback.Factory.Create<QueueRow>(this, ClaimAsync),
            OnRelease = EventCallback.Factory.Create<QueueRow>(this, ReleaseAsync),
            OnAssign = EventCallback.Factory.Create<QueueRow>(this, AssignAsync),
        };
        _ticks = Counting.Subscribe(() => _ = InvokeAsync(Tick));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Navigation.LocationChanged -= Follow;
            _ticks?.Dispose();
        }

        base.Dispose(disposing);
    }

    // Another view of the same page is no other page to the router; the base reads anew when something else is asked for.
    private void Follow(object? sender, LocationChangedEventArgs change)
    {
        if (QueueUrls.Leads(change.Location, Slug))
        {
            _ = InvokeAsync(async () =>
            {
                await OnParametersSetAsync();
                StateHasChanged();
            });
        }
    }

    private void Tick()
    {
        _visitor.Speak();
        if (!_board.Tick())
        {
            StateHasChanged();
        }
    }

    // Takes what the address asks for as what is shown; true when that is what was shown before.
    private async Task<bool> TakeOverAsync(string slug, QueueAddress address, CancellationToken cancellationToken)
    {
        ReadDefinition read = address.Read;
        if (address.View is { } id)
        {
            Result<QueueViewRow> found = await Views.FindAsync(id, _actor, cancellationToken);
            if (found.IsDone && found.Value.Page == slug)
            {
                read = found.Value.Read with { Ignored = [.. found.Value.Read.Ignored, .. read.Ignored] };
            }
            else
            {
                Refuse(found.Refusal ?? new NotFound(RefusalCode.QueueViewNotFound));
            }
        }

        (QueueDefinition view, IReadOnlyList<string> ignored) = Known(read);
        if (!address.NamesColumns && await Columns.ReadAsync(slug, _actor, cancellationToken) is { } own)
        {
            view = view with { Columns = own };
        }

        _ignored = [.. ignored.Take(MostNamed).Select(name => name.Length > LongestName ? string.Concat(name.AsSpan(0, LongestName), "…") : name)];
        string? words = view.Filter.Text ?? Memory.Words(slug);
        view = view with { Filter = view.Filter with { Text = words, Assignee = slug == QueueUrls.MineSlug ? QueueFilter.Me : view.Filter.Assignee } };
        bool isSame = _view.Filter == view.Filter && QueueUrls.Of(slug, _view) == QueueUrls.Of(slug, view);

        // The columns stay the same instance while they are the same, so that no row renders for them.
        _view = isSame ? _view : view with { Columns = view.Columns.SequenceEqual(_view.Columns) ? _view.Columns : view.Columns };
        return isSame;
    }

    // A product that was taken out of the catalogue and a queue that this page does not have are not known any more either.
    private (QueueDefinition View, IReadOnlyList<string> Ignored) Known(ReadDefinition read)
    {
        (QueueDefinition view, List<string> ignored) = (read.Definition, [.. read.Ignored]);
        if (view.Filter.ProductCode is { } product && _products.All.All(entry => entry.Code != product))
        {
            view = view with { Filter = view.Filter with { ProductCode = null } };
            ignored.Add(QueueDefinitionText.Product);
        }

        if (view.Queue is { } queue && !QueueScope.Of(RoleShown, _actor, chosen: null).Tabs.Contains(queue))
        {
            view = view with { Queue = null };
            ignored.Add(QueueDefinitionText.Queue);
        }

        return (view, ignored);
    }

    private Task SearchAsync(string text)
    {
        bool isNumber = QueueFilter.IsNumber(text);
        Memory.Keep(Slug!, isNumber ? null : text);
        return GoAsync(_view with { Filter = _view.Filter with { Text = isNumber ? text : null } });
    }

    private Task ShowAllAsync()
    {
        Memory.Keep(Slug!, words: null);
        return GoAsync(_view with { Queue = null, Filter = QueueFilter.None });
    }

    // The words of a name are not in the address: when nothing else changes, it is read again without going anywhere.
    private Task GoAsync(QueueDefinition view)
    {
        string address = QueueUrls.Of(Slug!, view);
        if (Navigation.ToAbsoluteUri(address).PathAndQuery == new Uri(Navigation.Uri).PathAndQuery)
        {
            return OnParametersSetAsync();
        }

        Navigation.NavigateTo(address);
        return Task.CompletedTask;
    }

    private async Task ViewsChangedAsync(string said)
    {
        _refusal = null;
        _announcement = said;
        _views = await Views.ListAsync(Slug!, _actor, Closing);
    }

    private void Refuse(Refusal refusal) => (_refusal, _refusalTone) = (DomainTexts.Of(refusal), refusal is Conflict ? Tone.Warning : Tone.Danger);
}
