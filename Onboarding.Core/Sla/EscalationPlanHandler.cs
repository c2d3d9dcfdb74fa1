using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Sla;

/// <summary>The steps of escalation as an administrator enters them.</summary>
/// <param name="Version">The version that was changed.</param>
/// <param name="Steps">The steps, each later than the one before; none when nobody is to be told.</param>
public sealed record SaveEscalationPlan(int Version, IReadOnlyList<EscalationStep> Steps)
{
    /// <summary>The field of a step, for what is wrong with it.</summary>
    /// <param name="index">Which step, from 0.</param>
    public static string FieldOf(int index) => $"{nameof(Steps)}[{index}]";
}

/// <summary>Reads and changes the steps of escalation. What was told already is not told again.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="clock">Clock.</param>
public sealed class EscalationPlanHandler(UnitOfWork unitOfWork, OnboardingContextFactory contexts, TimeProvider clock) : IUseCase
{
    /// <summary>The plan of now.</summary>
    public async Task<EscalationPlan> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await context.EscalationPlans.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? EscalationPlan.Create();
    }

    /// <summary>Replaces the steps, unless somebody else changed them meanwhile.</summary>
    public async Task<Result<Done>> SaveAsync(SaveEscalationPlan command, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.Administrator))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        if (Validate(command.Steps) is { Count: > 0 } errors)
        {
            return new Invalid(errors);
        }

        return await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                // The trail first: from here on administrators come one at a time.
                var steps = string.Join(',', command.Steps.Select(step => $$"""{"percent":{{step.Percent}},"tells":"{{step.Audience}}","atAnyTime":{{(step.AtAnyTime ? "true" : "false")}}}"""));
                await scope.RecordAsync(
                    new AuditEntry("EscalationPlan.Save") { Details = $$"""{"steps":[{{steps}}]}""" }, actor, SequentialId.New(clock), Instant.Now(clock), cancellationToken);
                var plan = await scope.Context.EscalationPlans.SingleAsync(cancellationToken);
                if (plan.Version != command.Version)
                {
                    return new Conflict(RefusalCode.VersionConflict);
                }

                plan.Change(command.Steps);
                return Done.Instance;
            },
            cancellationToken);
    }

    private static List<FieldError> Validate(IReadOnlyList<EscalationStep> steps)
    {
        if (steps.Count > EscalationPlan.MostSteps)
        {
            return [new FieldError(nameof(SaveEscalationPlan.Steps), InputProblem.OutOfRange, "0", Text(EscalationPlan.MostSteps))];
        }

        var errors = new List<FieldError>();
        var earliest = EscalationStep.LeastPercent;
        for (var index = 0; index < steps.Count; index++)
        {
            var step = steps[index];
            if (step.Percent < earliest || step.Percent > EscalationStep.MostPercent)
            {
                errors.Add(new FieldError(SaveEscalationPlan.FieldOf(index), InputProblem.OutOfRange, Text(earliest), Text(EscalationStep.MostPercent)));
            }
            else if (!Enum.IsDefined(step.Audience))
            {
                errors.Add(new FieldError(SaveEscalationPlan.FieldOf(index), InputProblem.UnknownChoice));
            }

            earliest = Math.Max(earliest, step.Percent + 1);
        }

        return errors;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
