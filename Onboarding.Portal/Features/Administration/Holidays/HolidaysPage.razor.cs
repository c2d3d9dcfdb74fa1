using System.Globalization;
using Microsoft.AspNetCore.Components;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;
using Radzen;

namespace Onboarding.Portal.Features.Administration.Holidays;

/// <summary>The holiday calendar of a year. Due times that were set before stay as they were promised.</summary>
public sealed partial class HolidaysPage
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;
    private int _year;
    private int _formKey;
    private Holiday? _edited;
    private IReadOnlyList<Holiday>? _holidays;
    private Refusal? _refusal;

    [SupplyParameterFromQuery(Name = HolidayUrls.YearParameter)]
    private int? Year { get; set; }

    [Inject]
    private HolidayHandler Handler { get; set; } = default!;

    [Inject]
    private CurrentActor People { get; set; } = default!;

    [Inject]
    private DisplayTime Time { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private NotificationService Notifications { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        int year = Math.Clamp(Year ?? Time.Today.Year, FirstYear, LastYear);
        if (year != _year)
        {
            _year = year;
            _holidays = null;
            CancelEdit();
            await ReadAsync();
        }
    }

    private static string DayOf(Holiday holiday) => holiday.Date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private async Task ReadAsync() => _holidays = await Handler.ListAsync(_year, CancellationToken.None);

    private void Edit(Holiday holiday)
    {
        _edited = holiday;
        _formKey++;
    }

    private void CancelEdit()
    {
        _edited = null;
        _formKey++;
    }

    private async Task SavedAsync(string name)
    {
        Notifications.Notify(NotificationSeverity.Success, HolidaysText.Saved.With(name));
        CancelEdit();
        await ReadAsync();
    }

    private async Task RemoveAsync(Holiday holiday)
    {
        ConfirmRequest question = new(
            HolidaysText.RemoveTitle, HolidaysText.RemoveText.With(holiday.Name, DayOf(holiday)), HolidaysText.Remove, IsDangerous: true);
        if (await Dialogs.ConfirmAsync(question) is null)
        {
            return;
        }

        _refusal = (await Handler.RemoveAsync(holiday.Date, holiday.Version, await People.GetAsync(), CancellationToken.None)).Refusal;
        if (_refusal is null)
        {
            Notifications.Notify(NotificationSeverity.Success, HolidaysText.Removed.With(holiday.Name));
        }

        await ReadAsync();
    }
}
