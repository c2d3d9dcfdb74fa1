using Onboarding.Core.Workflow;

namespace Onboarding.Core.Customers;

/// <summary>
/// Who may do what in the register. IT and the administrator keep it running and have no business with who is in it (UU PDP Pasal 36:
/// confidentiality).
/// </summary>
public static class CustomerAccess
{
    /// <summary>Roles that may look into the register.</summary>
    public static IReadOnlyList<ActorRole> Readers { get; } =
        [ActorRole.CustomerService, ActorRole.Administration, ActorRole.Supervisor, ActorRole.Compliance];

    /// <summary>Roles that may change a record and merge two.</summary>
    public static IReadOnlyList<ActorRole> Editors { get; } = [ActorRole.Administration];

    /// <summary>Roles that may write down interactions.</summary>
    public static IReadOnlyList<ActorRole> Recorders { get; } = [ActorRole.CustomerService, ActorRole.Administration];

    /// <summary>Roles that may undo a merge.</summary>
    public static IReadOnlyList<ActorRole> Undoers { get; } = [ActorRole.Administration, ActorRole.Supervisor];

    /// <summary>Roles that may take the register out as a file.</summary>
    public static IReadOnlyList<ActorRole> Exporters { get; } = [ActorRole.Supervisor, ActorRole.Compliance];

    /// <summary>Roles that see identity numbers in full.</summary>
    public static IReadOnlyList<ActorRole> NumberReaders { get; } = [ActorRole.Administration, ActorRole.Supervisor, ActorRole.Compliance];

    /// <summary>True when the actor has one of these roles.</summary>
    public static bool HasAny(this Actor actor, IReadOnlyList<ActorRole> roles) => roles.Any(actor.Has);
}
