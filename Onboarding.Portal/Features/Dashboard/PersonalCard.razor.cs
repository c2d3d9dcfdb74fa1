using Microsoft.AspNetCore.Components;
using Onboarding.Core.Queues;
using Onboarding.Core.Reporting;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Dashboard;

/// <summary>The personal dashboard, on the start page of every member of staff.</summary>
public partial class PersonalCard
{
    private PersonalFigures? _figures;
    private string _id = "";

    /// <inheritdoc />
    protected override TimeSpan Pause => TimeSpan.FromSeconds(1);

    [Inject]
    private PersonalReader Reader { get; init; } = default!;

    [Inject]
    private CurrentActor Current { get; init; } = default!;

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        Actor actor = await Current.GetAsync();
        Result<PersonalFigures> read = await Reader.ReadAsync(actor, cancellationToken);
        _id = actor.Id;
        _figures = read.IsDone ? read.Value : null;
    }

    /// <inheritdoc />
    protected override async Task ApplyAsync(IReadOnlyList<CaseChange> changes, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        StateHasChanged();
    }
}
