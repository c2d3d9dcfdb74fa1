using Onboarding.Core.Persistence;
using Onboarding.Core.Results;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>What belongs into the transaction of a registration without being part of it, such as the answer to be given again.</summary>
internal interface IRegistrationCompanion
{
    /// <summary>Called first; a refusal ends the transaction without a trace.</summary>
    Task<Refusal?> BeforeAsync(WriteScope scope, CancellationToken cancellationToken);

    /// <summary>Called when the case is made, before it is saved.</summary>
    Task AfterAsync(WriteScope scope, Registered registered, CancellationToken cancellationToken);
}
