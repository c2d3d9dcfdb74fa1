using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Results;

namespace Onboarding.Tests.Support;

/// <summary>An applicant behind a reply link.</summary>
/// <param name="services">The core's services.</param>
public sealed class Answers(IServiceProvider services)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The token of the open request.</summary>
    public async Task<string> LinkAsync(Guid caseId)
    {
        OnboardingCase owner = await new CasesAt(services).LoadAsync(caseId);
        return Get<CaseProtection>().OpenToken(caseId, owner.OpenClarification!.ProtectedToken);
    }

    /// <summary>What the link shows.</summary>
    public Task<Result<ReplyView>> FindAsync(string link) => Get<ReplyReader>().FindAsync(link, Token);

    /// <summary>Saves an answer to the item at a place.</summary>
    public async Task SaveAsync(string link, int position, ItemAnswer answer)
    {
        ReplyView view = (await FindAsync(link)).ShouldBeDone();
        (await Get<SaveAnswerHandler>().HandleAsync(new(link, view.Items.Single(item => item.Position == position).Id, answer), Token)).ShouldBeDone();
    }

    /// <summary>Sends what was saved.</summary>
    public Task<Result<CaseState>> SendAsync(string link) => Get<SendReplyHandler>().HandleAsync(link, Token);

    /// <summary>Answers every item of the open request with the same words and sends them.</summary>
    public async Task<CaseState> ReplyAsync(CaseState state, string words)
    {
        string link = await LinkAsync(state.CaseId);
        foreach (ReplyItem item in (await FindAsync(link)).ShouldBeDone().Items)
        {
            await SaveAsync(link, item.Position, new ItemAnswer { Note = words });
        }

        return (await SendAsync(link)).ShouldBeDone();
    }

    /// <summary>Accepts every answer that waits.</summary>
    public async Task<CaseState> AcceptAsync(CaseState state, Onboarding.Core.Workflow.Actor actor)
    {
        OnboardingCase owner = await new CasesAt(services).LoadAsync(state.CaseId);
        Dictionary<Guid, AnswerVerdict> all = owner.Clarifications.SelectMany(round => round.Items).Where(item => item.AwaitsReview).ToDictionary(item => item.Id, _ => AnswerVerdict.Accepted);
        return (await Get<ReviewAnswersHandler>().HandleAsync(new(new CaseTarget(state.CaseId, null), all), actor, Token)).ShouldBeDone();
    }

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();
}
