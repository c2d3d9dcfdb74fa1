using Onboarding.Core.Catalog;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Aftercare;

/// <summary>One contact that is planned with every new customer of a product (SOP stage 5: "Melakukan follow-up dalam jangka waktu tertentu").</summary>
/// <param name="AfterDays">Calendar days after the activation; the contact is moved into working hours.</param>
/// <param name="Channel">How the customer is reached.</param>
/// <param name="Purpose">What it is for, in a few words.</param>
/// <param name="Script">What is said and asked; Markdown.</param>
public sealed record FollowUpStep(int AfterDays, ContactChannel Channel, LocalText Purpose, LocalText Script)
{
    /// <summary>Longest distance from the activation, in days.</summary>
    public const int MaxDays = 365;

    /// <summary>Greatest length of the purpose.</summary>
    public const int MaxPurposeLength = 200;

    /// <summary>Greatest length of the script.</summary>
    public const int MaxScriptLength = 4000;
}

/// <summary>The contacts of a plan in their order.</summary>
/// <param name="Steps">The first one first.</param>
public sealed record FollowUpPlanContent(IReadOnlyList<FollowUpStep> Steps)
{
    /// <summary>Most contacts of one plan.</summary>
    public const int MostSteps = 10;
}

/// <summary>
/// One version of the follow-up plan of a product. It is never changed: a follow-up says by which version it was planned, and has to
/// show later what was to be said then.
/// </summary>
public sealed class FollowUpPlan
{
    private FollowUpPlan()
    {
    }

    internal FollowUpPlan(string productCode, int version, FollowUpPlanContent content, Actor actor, DateTimeOffset at)
    {
        ProductCode = productCode;
        Version = version;
        Content = content;
        ById = actor.Id;
        ByName = actor.Name;
        At = at;
    }

    /// <summary>The product.</summary>
    public string ProductCode { get; private set; } = string.Empty;

    /// <summary>1 for the first that was saved, then counting up.</summary>
    public int Version { get; private set; }

    /// <summary>The contacts.</summary>
    public FollowUpPlanContent Content { get; private set; } = default!;

    /// <summary>Who wrote it.</summary>
    public string ById { get; private set; } = string.Empty;

    /// <summary>Display name at that time.</summary>
    public string ByName { get; private set; } = string.Empty;

    /// <summary>When it was written (UTC); from then on it holds for activations.</summary>
    public DateTimeOffset At { get; private set; }
}
