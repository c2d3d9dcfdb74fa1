using Onboarding.Core.Queues;

namespace Onboarding.Portal.Features.Queues.Work;

/// <summary>Whose load a supervisor passes on.</summary>
/// <param name="Command">What is to be done.</param>
/// <param name="Count">How many work items it is about.</param>
public sealed record ReassignAnswer(ReassignLoad Command, int Count);
