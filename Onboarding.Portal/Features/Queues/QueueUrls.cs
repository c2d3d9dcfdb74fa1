using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Features.Queues;

/// <summary>The addresses of the queue pages, built in one place. The filters are part of them, so that a view can be sent to a colleague.</summary>
public static class QueueUrls
{
    /// <summary>The route of the queue pages.</summary>
    public const string Route = "/queues/{Slug}";

    /// <summary>The query parameter that names one queue.</summary>
    public const string QueueParameter = "queue";

    /// <summary>The query parameter that leaves only what the person has claimed.</summary>
    public const string MineParameter = "mine";

    private static readonly (ActorRole Role, string Slug)[] Slugs =
    [
        (ActorRole.CustomerService, "customer-service"),
        (ActorRole.Administration, "administration"),
        (ActorRole.InformationTechnology, "it"),
        (ActorRole.Supervisor, "supervisor"),
    ];

    /// <summary>The roles that have a queue page, in the order of the SOP.</summary>
    public static IEnumerable<ActorRole> Roles => Slugs.Select(entry => entry.Role);

    /// <summary>The queue page of a role.</summary>
    /// <param name="role">One of <see cref="Roles"/>.</param>
    /// <param name="queue">Only this queue.</param>
    /// <param name="mine">Only what the person has claimed.</param>
    public static string Of(ActorRole role, WorkQueue? queue = null, bool mine = false)
    {
        string page = $"/queues/{Slugs.First(entry => entry.Role == role).Slug}";
        return (queue, mine) switch
        {
            ({ } one, true) => $"{page}?{QueueParameter}={one}&{MineParameter}=true",
            ({ } one, false) => $"{page}?{QueueParameter}={one}",
            (null, true) => $"{page}?{MineParameter}=true",
            (null, false) => page,
        };
    }

    /// <summary>The role whose page has this address, or null.</summary>
    public static ActorRole? RoleOf(string? slug) =>
        Slugs.Where(entry => entry.Slug == slug).Select(entry => (ActorRole?)entry.Role).FirstOrDefault();
}
