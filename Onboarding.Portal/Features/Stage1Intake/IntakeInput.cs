using Onboarding.Core.Cases;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Features.Stage1Intake;

/// <summary>What the staff's form asks beside the applicant's data: how the registration came in, and what was explained.</summary>
public static class IntakeInput
{
    private static readonly string[] ChoicePaths =
    [
        FieldPaths.Kind, FieldPaths.Product, FieldPaths.Channel, FieldPaths.Language, FieldPaths.Citizenship, FieldPaths.RepresentativeCitizenship,
        FieldPaths.OnPaper, FieldPaths.Explained, FieldPaths.Means,
    ];

    /// <summary>The channel that is chosen, or null on a form that has none.</summary>
    public static Channel? Channel(RegistrationInput input) => input.Choice<Channel>(FieldPaths.Channel);

    /// <summary>What the channel needs to be known of the source; null on a form that has no channel.</summary>
    public static SourceNeeds? Needs(RegistrationInput input) =>
        Channel(input) is { } channel ? SourceRules.Needs(channel, input.IsTicked(FieldPaths.OnPaper)) : null;

    /// <summary>The source as the core takes it.</summary>
    /// <param name="input">What was typed.</param>
    /// <param name="offset">Of the zone in which times were typed.</param>
    public static RegistrationSource Source(RegistrationInput input, TimeSpan offset) => new()
    {
        OnPaper = input.IsTicked(FieldPaths.OnPaper),
        FormNumber = input[FieldPaths.FormNumber],
        ContactName = input[FieldPaths.ContactName],
        ContactAddress = input[FieldPaths.ContactAddress],
        ReceivedAt = LocalTimeInput.Parse(input[FieldPaths.ReceivedAt], offset),
        Remark = input[FieldPaths.SourceRemark],
    };

    /// <summary>Puts a source back into the form.</summary>
    public static void Fill(RegistrationInput input, RegistrationSource? source, TimeSpan offset)
    {
        input[FieldPaths.OnPaper] = source?.OnPaper == true ? bool.TrueString : string.Empty;
        input[FieldPaths.FormNumber] = source?.FormNumber ?? string.Empty;
        input[FieldPaths.ContactName] = source?.ContactName ?? string.Empty;
        input[FieldPaths.ContactAddress] = source?.ContactAddress ?? string.Empty;
        input[FieldPaths.ReceivedAt] = source?.ReceivedAt is { } at ? LocalTimeInput.Write(at, offset) : string.Empty;
        input[FieldPaths.SourceRemark] = source?.Remark ?? string.Empty;
    }

    /// <summary>Whether there is something to keep: text about the applicant or the source, or a document. Choices alone are made again at once.</summary>
    public static bool IsBegun(RegistrationForm form) =>
        form.Documents.All.Count > 0 || form.Input.Values.Any(field => !ChoicePaths.Contains(field.Key) && !string.IsNullOrWhiteSpace(field.Value));

    /// <summary>What was explained, or null: it can be ticked later.</summary>
    public static ProductExplanation? Explanation(RegistrationInput input) =>
        input.IsTicked(FieldPaths.Explained) && input.Product is { } product
            ? new ProductExplanation(product.BrochureVersion, Means(input))
            : null;

    /// <summary>By which means; what is usual for the channel while nothing was chosen.</summary>
    public static ExplanationMeans Means(RegistrationInput input) =>
        input.Choice<ExplanationMeans>(FieldPaths.Means) ?? Explanations.Usual(Channel(input) ?? Core.Cases.Channel.Offline, brochureShown: false);
}
