using Onboarding.Core.Queues;
using Onboarding.Core.Queues.Views;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Features.Queues;

/// <summary>The addresses of the queue pages, built in one place. The view is part of them, so that it can be sent to a colleague; a name that was searched for never is.</summary>
public static class QueueUrls
{
    /// <summary>The route of the queue pages.</summary>
    public const string Route = "/queues/{Slug}";

    /// <summary>The page of one's own work over all queues.</summary>
    public const string MineSlug = "mine";

    /// <summary>The address of that page.</summary>
    public const string Mine = Folder + MineSlug;

    /// <summary>The query parameter that names a saved view.</summary>
    public const string ViewParameter = "view";

    /// <summary>The query parameter that says behind which row the list begins.</summary>
    public const string AfterParameter = "after";

    private const string Folder = "/queues/";

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
    public static string Of(ActorRole role, WorkQueue? queue = null, bool mine = false) => Of(
        Slugs.First(entry => entry.Role == role).Slug,
        new QueueDefinition { Queue = queue, Filter = new QueueFilter { Assignee = mine ? QueueFilter.Me : null } });

    /// <summary>A view of a page.</summary>
    /// <param name="slug">The page.</param>
    /// <param name="view">What it shows.</param>
    /// <param name="after">Behind which row it begins.</param>
    public static string Of(string slug, QueueDefinition view, QueueKey? after = null)
    {
        // The page of one's own work need not say that it is one's own.
        QueueDefinition said = slug == MineSlug ? view with { Filter = view.Filter with { Assignee = null } } : view;
        string[] parts = [QueueDefinitionText.Write(said), after is null ? "" : $"{AfterParameter}={after.ToText()}"];
        string query = string.Join('&', parts.Where(part => part.Length > 0));
        return query.Length == 0 ? Folder + slug : $"{Folder}{slug}?{query}";
    }

    /// <summary>A saved view.</summary>
    public static string Of(QueueViewRow view) => $"{Folder}{view.Page}?{ViewParameter}={view.Id:N}";

    /// <summary>The role whose page has this address, or null.</summary>
    public static ActorRole? RoleOf(string? slug) =>
        Slugs.Where(entry => entry.Slug == slug).Select(entry => (ActorRole?)entry.Role).FirstOrDefault();

    /// <summary>Whether there is a page of this address.</summary>
    public static bool IsPage(string? slug) => slug == MineSlug || RoleOf(slug) is not null;

    /// <summary>Whether an address is that page, whatever view of it.</summary>
    public static bool Leads(string uri, string? slug) => slug is not null && string.Equals(new Uri(uri).AbsolutePath, Folder + slug, StringComparison.OrdinalIgnoreCase);
}
