using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Features.Cases;

/// <summary>What a person filled in for an action.</summary>
/// <param name="Target">The case in the version the person saw when the form was opened.</param>
/// <param name="Text">Reason, question, answer or remark; null when nothing was written.</param>
/// <param name="Actor">Who acts.</param>
public sealed record CaseActionInput(CaseTarget Target, string? Text, Actor Actor);

/// <summary>An action that is done by a button, with or without a text. Which of them a person sees, the core says.</summary>
/// <param name="Action">The action.</param>
/// <param name="Icon">Picture on its button.</param>
/// <param name="Explanation">What will happen.</param>
/// <param name="RunAsync">The use case.</param>
public sealed record CaseActionForm(
    CaseAction Action,
    Components.Controls.IconName Icon,
    Func<string> Explanation,
    Func<CaseActionInput, CancellationToken, Task<Result<CaseState>>> RunAsync)
{
    /// <summary>Label of the text; none is asked where it is null.</summary>
    public Func<string>? TextLabel { get; init; }

    /// <summary>True when the core refuses without the text.</summary>
    public bool NeedsText { get; init; }

    /// <summary>
    /// A form of its own in place of the usual one, or null. It takes the same parameters: <c>Form</c>, <c>File</c> and <c>OnClose</c>.
    /// </summary>
    public Type? Component { get; init; }

    /// <summary>The step that leads the case on: the first button.</summary>
    public bool IsForward { get; init; }

    /// <summary>An end, or a step that is hard to take back: the button says so by its colour.</summary>
    public bool IsDangerous { get; init; }
}

/// <summary>The forms of one stage, or of what all stages share.</summary>
public interface ICaseActionForms
{
    /// <summary>The forms in the order in which they are shown.</summary>
    IReadOnlyList<CaseActionForm> Forms { get; }
}
