namespace Onboarding.Portal.Features.Public.Tracking;

/// <summary>What is posted by the form of an objection.</summary>
public sealed class ObjectionForm
{
    /// <summary>Why the applicant objects.</summary>
    public string? Text { get; set; }
}
