using Microsoft.AspNetCore.Components;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Administration.Outbox;

/// <summary>What has not gone out yet, and what the administrator has to see to.</summary>
public sealed partial class OutboxPage
{
    private const int Limit = 100;

    private IReadOnlyList<OutboxRow>? _rows;
    private string? _refusal;

    [Inject]
    private OutboxReader Reader { get; set; } = default!;

    [Inject]
    private RetrySetAsideHandler Retry { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ReadAsync();

    private static string State(OutboxRow row) => row switch
    {
        { SetAsideAt: not null } => OutboxText.SetAside,
        { IsOnHold: true } => OutboxText.OnHold,
        _ => OutboxText.Waiting,
    };

    private static string RetryLabel(OutboxRow row) =>
        row.Number is { } number ? OutboxText.RetryOf.With(number) : $"{OutboxText.Retry}: {OutboxKinds.Name(row.Kind)}";

    private async Task ReadAsync() => _rows = await Reader.ListAsync(Limit, CancellationToken.None);

    private async Task RetryAsync(OutboxRow row)
    {
        Result<Done> result = await Retry.HandleAsync(new RetrySetAside(row.Id), await Current.GetAsync(), CancellationToken.None);
        _refusal = result.IsDone ? null : DomainTexts.Of(result.Refusal);
        await ReadAsync();
    }
}
