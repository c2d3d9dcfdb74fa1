namespace Onboarding.Core.Aftercare;

/// <summary>How new customers are looked after (SOP stage 5), section "Aftercare" of the configuration.</summary>
public sealed record AftercareSettings
{
    /// <summary>Days after which a case is completed although the customer who was asked gave no feedback.</summary>
    public int FeedbackWaitDays { get; init; } = 7;

    /// <summary>Days after the last contact after which the portal asks for feedback itself, although somebody still has the case and meant to.</summary>
    public int AskAfterDays { get; init; } = 1;

    /// <summary>Contacts of one step in a row with nobody reached, after which Customer Service has to find another way.</summary>
    public int MostAttempts { get; init; } = 3;

    /// <summary>The lowest score of the Form Feedback Pelanggan with which nobody has to call, from 1 to 5.</summary>
    public int LowestGoodScore { get; init; } = 3;

    /// <summary>True when every setting can be used.</summary>
    public bool IsUsable => this is { FeedbackWaitDays: >= 0 and <= 365, AskAfterDays: >= 0 and <= 30, MostAttempts: >= 1 and <= 20, LowestGoodScore: >= 1 and <= 5 };
}
