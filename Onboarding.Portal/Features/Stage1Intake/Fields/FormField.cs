using Microsoft.AspNetCore.Components;
using Onboarding.Core.Stages.Stage1Intake;

namespace Onboarding.Portal.Features.Stage1Intake.Fields;

/// <summary>What the fields of the form have in common: a path, a label, a hint, and what the core says of them.</summary>
public abstract class FormField : ComponentBase
{
    /// <summary>The path of the field in the core's data.</summary>
    [Parameter, EditorRequired]
    public string Path { get; set; } = string.Empty;

    /// <summary>The label; the name of the field without it.</summary>
    [Parameter]
    public string? Label { get; set; }

    /// <summary>A sentence that helps to fill it.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Whether a field that is none of the applicant's data may stay empty.</summary>
    [Parameter]
    public bool Optional { get; set; }

    /// <summary>The form.</summary>
    [CascadingParameter]
    public RegistrationForm Form { get; set; } = default!;

    /// <summary>The element that takes the focus.</summary>
    protected ElementReference Control { get; set; }

    /// <summary>Its id.</summary>
    protected string Id => FieldPaths.InputId(Path);

    /// <summary>The label shown.</summary>
    protected string Caption => Label ?? DomainTexts.Field(FieldPaths.Leaf(Path));

    /// <summary>What is wrong, or null.</summary>
    protected string? Error => Form.ErrorOf(Path);

    /// <summary>For <c>aria-invalid</c>.</summary>
    protected string? Invalid => Error is null ? null : "true";

    /// <summary>Whether it may stay empty: by the definition of the form where that knows the field.</summary>
    protected bool IsOptional => Form.NeedOf(Path) is { } need ? need != FieldNeed.Required : Optional;

    /// <summary>For <c>aria-required</c>.</summary>
    protected string? RequiredMark => IsOptional ? null : "true";

    /// <summary>For <c>aria-describedby</c>.</summary>
    protected string Description => $"{Id}-hint {Id}-error {Id}-warning";

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Form.TakesFocus(Path))
        {
            await Control.FocusAsync();
        }
    }
}
