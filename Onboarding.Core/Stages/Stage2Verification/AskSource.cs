using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>Asks an external source about a case (SOP stage 2: "validasi data melalui sistem atau pihak ketiga jika diperlukan").</summary>
/// <param name="Target">Which case.</param>
/// <param name="Source">Name of the source.</param>
/// <param name="Again">True to ask even when an earlier answer is still valid.</param>
public sealed record AskSource(CaseTarget Target, string Source, bool Again = false);

/// <summary>Handles <see cref="AskSource"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="sources">The sources.</param>
/// <param name="rules">The rules of now.</param>
/// <param name="protection">Opens the data, encrypts the answer.</param>
/// <param name="clock">Clock.</param>
public sealed class AskSourceHandler(
    CaseWriter writer, OnboardingContextFactory contexts, VerificationSources sources, CaseRulesProvider rules, CaseProtection protection, TimeProvider clock) : IUseCase
{
    /// <summary>
    /// Uses an answer that is still valid, or asks. The source is asked between two transactions, never inside one: it may
    /// take its time, and a case that it speaks of must not be locked meanwhile.
    /// </summary>
    public async Task<Result<CaseState>> HandleAsync(AskSource command, Actor actor, CancellationToken cancellationToken)
    {
        var prepared = await PrepareAsync(command, actor, cancellationToken);
        if (!prepared.IsDone)
        {
            return prepared.Refusal;
        }

        var asked = (command.Again ? null : await FindAsync(prepared.Value, cancellationToken)) ?? await AskAsync(prepared.Value, cancellationToken);
        return await writer.ActAsync(
            command.Target with { Version = null },
            actor,
            work =>
            {
                var details = $$"""{"source":"{{asked.Source}}","answer":"{{asked.State}}","reused":{{(asked.IsReused ? "true" : "false")}}}""";
                if (work.Act(CaseAction.AskSource, details: details) is { } refusal)
                {
                    return refusal;
                }

                work.Case.Add(new SourceAnswer(work.NewId(), work.Case.Id, asked, actor.Id, actor.Name, work.Now));
                return null;
            },
            cancellationToken);
    }

    // Who may not ask learns so before anything leaves the house.
    private async Task<Result<Prepared>> PrepareAsync(AskSource command, Actor actor, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var owner = await CaseWriter.LoadAsync(context, command.Target.Id, cancellationToken);
        if (owner is null || !CaseAccess.MayAddress(actor, owner))
        {
            return new NotFound(RefusalCode.CaseNotFound);
        }

        if (command.Target.Version is { } seen && seen != owner.Version)
        {
            return new Conflict(RefusalCode.VersionConflict);
        }

        var data = protection.Open(owner.Id, owner.ProtectedData);
        var current = await rules.GetAsync(cancellationToken);
        var decided = TransitionEngine.Decide(CaseFactsReader.Read(owner, data, current), CaseAction.AskSource, actor, null);
        if (!decided.IsDone)
        {
            return decided.Refusal;
        }

        var key = new CheckKey(CheckCode.ExternalSource, command.Source);
        if (sources.Find(command.Source) is not { } source || current.Verification.Read(owner, data).Find(key) is null)
        {
            return new Invalid(nameof(AskSource.Source), InputProblem.UnknownChoice);
        }

        var question = SourceQuestions.Of(source.Info, data);
        return new Prepared(owner.Id, source, question, protection.QuestionHash(command.Source, question));
    }

    private async Task<AskedSource?> FindAsync(Prepared prepared, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var name = prepared.Source.Info.Name;
        var since = Instant.Now(clock) - prepared.Source.Info.Validity;
        var known = await context.SourceAnswers.AsNoTracking()
            .Where(item => item.Source == name && item.QuestionHash == prepared.Hash && item.AnsweredAt > since && item.State != SourceState.Unavailable)
            .OrderByDescending(item => item.AnsweredAt)
            .FirstOrDefaultAsync(cancellationToken);
        if (known is null)
        {
            return null;
        }

        // Bound to its case; another case gets a copy of its own.
        var reply = protection.OpenReply(known.CaseId, known.ProtectedReply);
        return new AskedSource(name, prepared.Hash, known.State, protection.ProtectReply(prepared.CaseId, reply), known.AnsweredAt, IsReused: true);
    }

    private async Task<AskedSource> AskAsync(Prepared prepared, CancellationToken cancellationToken)
    {
        var reply = await prepared.Source.AskAsync(prepared.Question, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return new AskedSource(
            prepared.Source.Info.Name, prepared.Hash, reply.State, protection.ProtectReply(prepared.CaseId, reply), Instant.Now(clock), IsReused: false);
    }

    private sealed record Prepared(Guid CaseId, IVerificationSource Source, SourceQuestion Question, byte[] Hash);
}
