using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>Whether a person has shown lately who they are, where settings ask for that before a decision. The host knows.</summary>
public interface IDecisionAssurance
{
    /// <summary>Null when the person may decide now, otherwise <see cref="RefusalCode.StepUpRequired"/>.</summary>
    /// <param name="actor">Who decides.</param>
    Refusal? Refuse(Actor actor);
}

/// <summary>For a host that asks for nothing beyond the sign-in.</summary>
internal sealed class SignInIsEnough : IDecisionAssurance
{
    /// <inheritdoc/>
    public Refusal? Refuse(Actor actor) => null;
}
