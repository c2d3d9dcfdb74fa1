using Onboarding.Core.Protection;

namespace Onboarding.Core.Reporting.Issuing;

/// <summary>
/// Keeps confirmation codes: hashed, to be looked up; encrypted, because a form that was reserved before a crash is printed after
/// it with the same code.
/// </summary>
/// <param name="protector">Encryption.</param>
/// <param name="hash">Keyed hashes: 80 bits are many, but nobody with a copy of the database should even begin to try them.</param>
public sealed class FormCodes(PersonalDataProtector protector, KeyedHash hash)
{
    private const string SearchPurpose = "form-code";

    /// <summary>Purpose with which the code of a form is encrypted.</summary>
    internal static string Purpose(Guid formId) => $"form/{formId:N}/code";

    /// <summary>A new code for a form.</summary>
    internal (byte[] Hash, byte[] ProtectedCode) New(Guid formId)
    {
        var code = ConfirmationCode.New();
        return (Hash(code), protector.ProtectText(code.Text, Purpose(formId)));
    }

    /// <summary>Under which hash a code is found.</summary>
    internal byte[] Hash(ConfirmationCode code) => hash.Compute(SearchPurpose, code.Text);

    /// <summary>The code of a form, to print it.</summary>
    internal ConfirmationCode Open(IssuedForm form) =>
        ConfirmationCode.Read(protector.UnprotectText(form.ProtectedCode, Purpose(form.Id)))
        ?? throw new InvalidOperationException("What was kept is no confirmation code.");
}
