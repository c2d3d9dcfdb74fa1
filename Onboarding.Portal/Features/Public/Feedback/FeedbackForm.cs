namespace Onboarding.Portal.Features.Public.Feedback;

/// <summary>What the feedback page posts. Scores that are no numbers arrive as null.</summary>
public sealed class FeedbackForm
{
    /// <summary>How satisfied, 1 to 5.</summary>
    public int? Satisfaction { get; set; }

    /// <summary>How easy it was, 1 to 5.</summary>
    public int? Ease { get; set; }

    /// <summary>Remarks.</summary>
    public string? Remark { get; set; }
}
