using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting.Printing;

/// <summary>Prints reports of many cases as one file.</summary>
/// <param name="Numbers">Numbers of the cases, in the order of the pages.</param>
/// <param name="Kinds">Which reports of each.</param>
/// <param name="Language">In which language.</param>
public sealed record StartPrinting(IReadOnlyList<string> Numbers, IReadOnlyList<ReportKind> Kinds, Language Language);

/// <summary>Handles <see cref="StartPrinting"/>: for supervisors, who take the papers of a round of decisions along.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="printer">Prints.</param>
/// <param name="settings">How many at most.</param>
/// <param name="feed">Told of the request.</param>
/// <param name="clock">Clock.</param>
public sealed class StartPrintingHandler(UnitOfWork unitOfWork, IReportPrinter printer, PrintSettings settings, PrintFeed feed, TimeProvider clock) : IUseCase
{
    /// <summary>Puts the selection into the queue; answers the id of the request.</summary>
    public async Task<Result<Guid>> HandleAsync(StartPrinting command, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.Supervisor))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        var numbers = command.Numbers.Distinct(StringComparer.Ordinal).ToList();
        var kinds = command.Kinds.Distinct().ToList();
        if (Refuse(numbers, kinds) is { } refusal)
        {
            return refusal;
        }

        var written = await unitOfWork.WriteAsync<Guid>(
            async scope =>
            {
                var known = await scope.Context.Cases.AsNoTracking().Where(owner => numbers.Contains(owner.Number))
                    .ToDictionaryAsync(owner => owner.Number, owner => owner.Id, StringComparer.Ordinal, cancellationToken);
                if (known.Count != numbers.Count)
                {
                    return new NotFound(RefusalCode.CaseNotFound);
                }

                var now = Instant.Now(clock);
                var request = new PrintRequest(SequentialId.New(clock), formId: null, command.Language, numbers.Count * kinds.Count, actor, now);
                scope.Context.PrintRequests.Add(request);
                scope.Context.PrintItems.AddRange(numbers
                    .SelectMany(_ => kinds, (number, kind) => (number, kind))
                    .Select((item, index) => new PrintItem(request.Id, index + 1, known[item.number], item.number, item.kind)));
                var entry = new AuditEntry("Print.Start")
                {
                    Details = $$"""{"print":"{{request.Id:N}}","cases":{{numbers.Count}},"reports":"{{string.Join(',', kinds)}}","language":"{{command.Language}}"}""",
                };
                await scope.RecordAsync(entry, actor, SequentialId.New(clock), now, cancellationToken);
                return request.Id;
            },
            cancellationToken);
        if (written.IsDone)
        {
            feed.Publish(written.Value);
        }

        return written;
    }

    private Refusal? Refuse(List<string> numbers, List<ReportKind> kinds)
    {
        if (numbers.Count == 0)
        {
            return new Invalid(nameof(StartPrinting.Numbers), InputProblem.Required);
        }

        if (kinds.Count == 0)
        {
            return new Invalid(nameof(StartPrinting.Kinds), InputProblem.Required);
        }

        if (!kinds.TrueForAll(Enum.IsDefined))
        {
            return new Invalid(nameof(StartPrinting.Kinds), InputProblem.UnknownChoice);
        }

        if (numbers.Count * kinds.Count > settings.MostDocuments)
        {
            return new NotAllowed(RefusalCode.TooManyPrints, settings.MostDocuments.ToString(CultureInfo.InvariantCulture));
        }

        return printer.CanPrint ? null : new NotAllowed(RefusalCode.PrinterAbsent);
    }
}
