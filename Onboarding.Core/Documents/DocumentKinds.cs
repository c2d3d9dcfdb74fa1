namespace Onboarding.Core.Documents;

/// <summary>What holds of kinds of documents, wherever one comes in.</summary>
public static class DocumentKinds
{
    /// <summary>
    /// Whether applicants and partners bring it, and can be asked for it. What shows how a registration reached the company is kept
    /// by staff (SOP stage 1), and what the portal issued is made by it alone.
    /// </summary>
    /// <param name="kind">The kind.</param>
    public static bool ComesFromApplicants(DocumentKind kind) =>
        Enum.IsDefined(kind) && kind is not (DocumentKind.RegistrationEvidence or DocumentKind.IssuedForm);
}
