using Onboarding.Portal.Features.Stage1Intake;

namespace Onboarding.Portal.Features.Public.Registration;

/// <summary>The steps of the online form.</summary>
internal static class RegistrationStep
{
    /// <summary>Product and kind of customer.</summary>
    public const int Product = 0;

    /// <summary>Who the applicant is.</summary>
    public const int Identity = 1;

    /// <summary>How to reach the applicant, and where.</summary>
    public const int Contact = 2;

    /// <summary>The documents.</summary>
    public const int Documents = 3;

    /// <summary>Everything once more, and consent.</summary>
    public const int Review = 4;

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Titles =>
        [IntakeText.StepProduct, IntakeText.StepIdentity, IntakeText.StepContact, IntakeText.StepDocuments, IntakeText.StepReview];

    /// <summary>The fields of a step; the last one answers for all.</summary>
    public static IReadOnlyList<string> Fields(int step, RegistrationInput input) => step switch
    {
        Product => FieldPaths.Choice,
        Identity => FieldPaths.Identity(input),
        Contact => FieldPaths.Contact(input),
        Documents => FieldPaths.Documents(input),
        _ => FieldPaths.All(input),
    };

    /// <summary>The furthest step that what was filled in opens: the first that is not in order, or the last.</summary>
    public static int Open(RegistrationForm form) =>
        Enumerable.Range(Product, Review).FirstOrDefault(step => Fields(step, form.Input).Any(path => form.ProblemOf(path) is not null), Review);

    /// <summary>The step on which a field is.</summary>
    public static int Of(string path, RegistrationInput input) =>
        Enumerable.Range(Product, Review).FirstOrDefault(step => Fields(step, input).Contains(path, StringComparer.Ordinal), Review);
}
