using Microsoft.AspNetCore.Components;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Portal.Components.Layout;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;
using Radzen;

namespace Onboarding.Portal.Features.Administration.Escalation;

/// <summary>The steps of escalation; two administrators who change them at once do not overwrite each other.</summary>
public sealed partial class EscalationPage : ComponentBase
{
    private const int Distance = 50;

    private List<StepDraft>? _steps;
    private int _version;
    private bool _isBusy;
    private Refusal? _refusal;

    [Inject]
    private EscalationPlanHandler Handler { get; set; } = default!;

    [Inject]
    private CurrentActor People { get; set; } = default!;

    [Inject]
    private NotificationService Messages { get; set; } = default!;

    [Inject]
    private UnsavedInput Input { get; set; } = default!;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        EscalationPlan plan = await Handler.ReadAsync(CancellationToken.None);
        _version = plan.Version;
        _steps = [.. plan.Steps.Select(step => new StepDraft { Percent = step.Percent, Audience = step.Audience, AtAnyTime = step.AtAnyTime })];
        _refusal = null;
    }

    private string? ErrorOf(int index) =>
        (_refusal as Invalid)?.Errors.FirstOrDefault(error => error.Field == SaveEscalationPlan.FieldOf(index)) is { } error
            ? error.Problem == InputProblem.OutOfRange ? EscalationText.OutOfRange.With(error.Arguments[0], error.Arguments[1]) : DomainTexts.Of(error)
            : null;

    private void Add()
    {
        int last = _steps!.Count == 0 ? 100 - Distance : _steps[^1].Percent;
        _steps.Add(new StepDraft { Percent = Math.Min(last + Distance, EscalationStep.MostPercent), Audience = EscalationAudience.Supervisors });
    }

    private void Remove(StepDraft step)
    {
        _steps!.Remove(step);
        _refusal = null;
    }

    private async Task SaveAsync()
    {
        if (_isBusy || _steps is null)
        {
            return;
        }

        _isBusy = true;
        SaveEscalationPlan command = new(_version, [.. _steps.Select(step => new EscalationStep(step.Percent, step.Audience, step.AtAnyTime))]);
        _refusal = (await Handler.SaveAsync(command, await People.GetAsync(), CancellationToken.None)).Refusal;
        _isBusy = false;
        if (_refusal is null)
        {
            Input.End();
            Messages.Notify(NotificationSeverity.Success, EscalationText.Saved);
            await ReadAsync();
        }
    }

    private sealed class StepDraft
    {
        public int Percent { get; set; }

        public EscalationAudience Audience { get; set; }

        public bool AtAnyTime { get; set; }
    }
}
