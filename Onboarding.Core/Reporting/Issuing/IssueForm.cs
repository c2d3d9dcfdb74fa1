using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Reporting.Printing;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting.Issuing;

/// <summary>Issues a form of a case as it stands now.</summary>
/// <param name="Number">Number of the case.</param>
/// <param name="Kind">Which form.</param>
/// <param name="Language">In which language.</param>
public sealed record IssueForm(string Number, ReportKind Kind, Language Language);

/// <summary>What came of it.</summary>
/// <param name="FormId">The form.</param>
/// <param name="Number">Its number.</param>
/// <param name="IsIssued">True when its bytes are stored already: the case has not changed since.</param>
public sealed record FormIssue(Guid FormId, string Number, bool IsIssued);

/// <summary>
/// Handles <see cref="IssueForm"/>: gives the form its number and puts it into the print queue, in one transaction. The number is
/// needed to print, and printing may fail; so the number belongs to a row that waits, and the queue finishes that row, also after
/// a crash. Asked again while nothing changed, it answers with the form there is.
/// </summary>
/// <param name="reader">Reads the report.</param>
/// <param name="writer">The gate to a case.</param>
/// <param name="codes">Makes confirmation codes.</param>
/// <param name="printer">Prints.</param>
/// <param name="feed">Told of the request.</param>
public sealed class IssueFormHandler(ReportReader reader, CaseWriter writer, FormCodes codes, IReportPrinter printer, PrintFeed feed) : IUseCase
{
    private const int MostReadings = 3;

    /// <summary>Reserves the form; the queue prints and stores it.</summary>
    public async Task<Result<FormIssue>> HandleAsync(IssueForm command, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsStaff || !CaseAccess.MayRead(actor))
        {
            return new NotFound(RefusalCode.CaseNotFound);
        }

        if (!Enum.IsDefined(command.Kind) || !Enum.IsDefined(command.Language))
        {
            return new Invalid(nameof(IssueForm.Kind), InputProblem.UnknownChoice);
        }

        for (var reading = 1; ; reading++)
        {
            var read = await reader.ReadAsync(command.Number, command.Kind, actor, cancellationToken);
            if (!read.IsDone)
            {
                return read.Refusal;
            }

            if (Refuse(read.Value) is { } refusal)
            {
                return refusal;
            }

            var reserved = await ReserveAsync(read.Value, command.Language, actor, cancellationToken);
            if (reserved.IsDone || reading == MostReadings || reserved.Refusal is not Conflict { Code: RefusalCode.VersionConflict })
            {
                return reserved;
            }
        }
    }

    // What is stored for good is the whole form, not what one person may see of it for now.
    private NotAllowed? Refuse(CaseReport report) => report switch
    {
        { IsCovered: true } => new NotAllowed(RefusalCode.FormCovered),
        _ when !printer.CanPrint => new NotAllowed(RefusalCode.PrinterAbsent),
        _ => null,
    };

    private async Task<Result<FormIssue>> ReserveAsync(CaseReport report, Language language, Actor actor, CancellationToken cancellationToken)
    {
        FormIssue? issue = null;
        Guid? requestId = null;
        var written = await writer.ActAsync(
            new CaseTarget(report.Subject.CaseId, report.CaseVersion),
            actor,
            async (work, scope) =>
            {
                if (await KnownAsync(scope.Context, report, language, cancellationToken) is { } known)
                {
                    issue = new FormIssue(known.Id, known.Number, known.State == IssuedFormState.Issued);
                    requestId = await TryAgainAsync(scope.Context, known, work.Now, cancellationToken);
                    return null;
                }

                if (work.Case.Hold is not null)
                {
                    return new NotAllowed(RefusalCode.CaseOnHold);
                }

                var form = await NewAsync(scope, work, report.Kind, language, cancellationToken);
                var request = new PrintRequest(work.NewId(), form.Id, language, total: 1, actor, work.Now);
                scope.Context.PrintRequests.Add(request);
                (issue, requestId) = (new FormIssue(form.Id, form.Number, IsIssued: false), request.Id);
                return null;
            },
            cancellationToken);
        if (!written.IsDone)
        {
            return written.Refusal;
        }

        if (requestId is { } waiting)
        {
            feed.Publish(waiting);
        }

        return issue!;
    }

    private async Task<IssuedForm> NewAsync(WriteScope scope, CaseWork work, ReportKind kind, Language language, CancellationToken cancellationToken)
    {
        var year = work.Policy.DateAt(work.Now).Year;
        var number = new FormNumber(kind, year, await scope.NextNumberAsync(FormNumber.Series(kind, year), cancellationToken));
        var id = work.NewId();
        var form = new IssuedForm(id, work.Case.Id, language, number, codes.New(id), work.Actor, work.Now);
        scope.Context.IssuedForms.Add(form);
        work.Record(new AuditEntry("Form.Reserve") { Details = $$"""{"report":"{{kind}}","number":"{{number}}","language":"{{language}}"}""" });
        return form;
    }

    // One that waits is what will be issued; one that says the same is issued already.
    private static async Task<IssuedForm?> KnownAsync(OnboardingContext context, CaseReport report, Language language, CancellationToken cancellationToken)
    {
        var newest = await context.IssuedForms
            .Where(form => form.CaseId == report.Subject.CaseId && form.Kind == report.Kind && form.Language == language && form.State != IssuedFormState.Void)
            .OrderByDescending(form => form.Year).ThenByDescending(form => form.Sequence)
            .FirstOrDefaultAsync(cancellationToken);
        return newest is { State: IssuedFormState.Pending } || (newest?.Fingerprint is { } known && known.AsSpan().SequenceEqual(report.Fingerprint())) ? newest : null;
    }

    private static async Task<Guid?> TryAgainAsync(OnboardingContext context, IssuedForm form, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (form.State != IssuedFormState.Pending)
        {
            return null;
        }

        var request = await context.PrintRequests.SingleAsync(item => item.FormId == form.Id, cancellationToken);
        if (!request.IsOpen)
        {
            request.Retry(now);
        }

        return request.Id;
    }
}
