using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;

namespace Onboarding.Core.Reporting.Issuing;

/// <summary>What everybody may know of an issued form who holds its code: nothing of the person, nothing of the case.</summary>
/// <param name="Number">Number of the form.</param>
/// <param name="Kind">Which form.</param>
/// <param name="IssuedAt">When it was issued (UTC).</param>
/// <param name="Decision">The decision that it states, or null.</param>
/// <param name="Sha256">SHA-256 of the file, 64 hexadecimal digits.</param>
public sealed record FormConfirmation(string Number, ReportKind Kind, DateTimeOffset IssuedAt, DecisionOutcome? Decision, string Sha256);

/// <summary>Answers whether a form is genuine, for anybody with the code on it.</summary>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="codes">Looks codes up.</param>
public sealed class FormConfirmations(OnboardingContextFactory contexts, FormCodes codes)
{
    /// <summary>The form with this code. Whatever is wrong with a code, the refusal is one and the same.</summary>
    /// <param name="typed">The code as it was typed or came in an address.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Result<FormConfirmation>> FindAsync(string? typed, CancellationToken cancellationToken)
    {
        if (ConfirmationCode.Read(typed) is not { } code)
        {
            return new NotFound(RefusalCode.LinkNotValid);
        }

        var hash = codes.Hash(code);
        await using var context = contexts.CreateDbContext();
        var form = await context.IssuedForms.AsNoTracking()
            .SingleOrDefaultAsync(item => item.CodeHash == hash && item.State == IssuedFormState.Issued, cancellationToken);
        return form is null
            ? new NotFound(RefusalCode.LinkNotValid)
            : new FormConfirmation(form.Number, form.Kind, form.IssuedAt!.Value, form.Decision, Convert.ToHexStringLower(form.Sha256!));
    }
}
