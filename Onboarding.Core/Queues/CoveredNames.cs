using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>Whose name is covered in a queue: who will type it from the document does not read it before (stage 2, blind re-entry), nor find it by searching.</summary>
public static class CoveredNames
{
    /// <summary>Whether this person does not see the names in that queue.</summary>
    public static bool Are(WorkQueue queue, Actor actor) => queue == WorkQueue.Verification && actor.Has(ActorRole.Administration);

    /// <summary>The name as this person may see it.</summary>
    internal static string Shown(string name, WorkQueue queue, Actor actor) => Are(queue, actor) ? InputText.KeepInitials(name) : name;
}
