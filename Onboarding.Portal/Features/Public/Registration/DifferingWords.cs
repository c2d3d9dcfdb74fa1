using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Portal.Features.Clarifications;
using Onboarding.Portal.Features.Stage1Intake;

namespace Onboarding.Portal.Features.Public.Registration;

/// <summary>What stands in a field, in words by which two states of a form are told apart. Identity numbers are masked: whoever has the link sees it.</summary>
internal static class DifferingWords
{
    /// <summary>A value; the word for nothing where the field is empty.</summary>
    /// <param name="input">The form, for the names of its products.</param>
    /// <param name="path">Path of the field.</param>
    /// <param name="text">What was typed or chosen.</param>
    public static string Of(RegistrationInput input, string path, string text) => FieldPaths.Leaf(path) switch
    {
        _ when text.Length == 0 => PublicText.ElsewhereEmpty,
        FieldPaths.Product => input.Products.FirstOrDefault(product => string.Equals(product.Code, text, StringComparison.Ordinal))?.Name ?? text,
        FieldPaths.Kind when Enum.TryParse(text, out CustomerKind kind) => DomainTexts.Of(kind),
        FieldPaths.Citizenship or FieldPaths.RepresentativeCitizenship when Enum.TryParse(text, out Citizenship citizenship) => DomainTexts.Of(citizenship),
        FieldPaths.LegalForm when Enum.TryParse(text, out LegalForm form) => DomainTexts.Of(form),
        nameof(PersonData.PassportCountry) or nameof(BusinessData.RepresentativePassportCountry) => Countries.Name(text),
        _ => SubjectWords.Value(path, ApplicantFields.Masked(path, text)),
    };
}
