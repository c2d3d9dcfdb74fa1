using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Features.Keeping;

/// <summary>The names under which forms are kept: what the form does, and to which part of the case where there are several such forms.</summary>
public static class FormNames
{
    /// <summary>Changes a customer record.</summary>
    public const string EditCustomer = nameof(EditCustomer);

    /// <summary>Writes an interaction with a customer down.</summary>
    public const string AddInteraction = nameof(AddInteraction);

    /// <summary>Joins two records.</summary>
    public const string MergeCustomers = nameof(MergeCustomers);

    private const char Between = '/';

    /// <summary>The form of an action.</summary>
    /// <param name="action">The action.</param>
    /// <param name="part">Which of several, by a code or an id; never anything about the applicant.</param>
    public static string Of(CaseAction action, object? part = null) => part is null ? action.ToString() : $"{action}{Between}{part}";

    /// <summary>The form that settles a concern.</summary>
    public static string OfConcern(Guid workItem) => $"{WorkItemAction.Resolve}{Between}{workItem:N}";

    /// <summary>The action that a form is for, or null.</summary>
    public static CaseAction? ActionOf(string form) => Enum.TryParse(First(form), out CaseAction action) && Enum.IsDefined(action) ? action : null;

    /// <summary>What a form is called on screen.</summary>
    public static string WordsOf(string form) => First(form) switch
    {
        _ when ActionOf(form) is { } action => DomainTexts.Of(action),
        EditCustomer => KeepingText.EditCustomer,
        AddInteraction => KeepingText.AddInteraction,
        MergeCustomers => KeepingText.MergeCustomers,
        _ => DomainTexts.Of(WorkItemAction.Resolve),
    };

    private static string First(string form) => form.Split(Between, 2)[0];
}
