using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues.Views;

/// <summary>A saved view of a queue page: private to the person who made it, or shared with teams.</summary>
public sealed class QueueView
{
    /// <summary>Greatest length of a name.</summary>
    public const int MaxNameLength = 60;

    /// <summary>Greatest length of the name of a page.</summary>
    public const int MaxPageLength = 40;

    /// <summary>Most views of one person.</summary>
    public const int MostOfOne = 40;

    /// <summary>The name, which nobody can give, of what a person sees on a page unless they ask for something else: see <see cref="QueueColumnsHandler"/>.</summary>
    internal const string Nameless = "";

    private const char Between = ',';

    private QueueView()
    {
    }

    internal QueueView(Guid id, Actor owner, string page, DateTimeOffset now)
    {
        Id = id;
        OwnerId = owner.Id;
        OwnerName = owner.Name;
        Page = page;
        CreatedAt = now;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who made it: id of the staff account.</summary>
    public string OwnerId { get; private set; } = string.Empty;

    /// <summary>Display name of that person when it was saved.</summary>
    public string OwnerName { get; private set; } = string.Empty;

    /// <summary>The queue page that it is a view of.</summary>
    public string Page { get; private set; } = string.Empty;

    /// <summary>Its name; one person has each name once on a page.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>What it shows, see <see cref="QueueDefinitionText"/>.</summary>
    public string Definition { get; private set; } = string.Empty;

    /// <summary>The teams that see it; empty for a private one.</summary>
    public IReadOnlyList<ActorRole> SharedWith => [.. Teams.Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ActorRole>)];

    // A comma before and after each: so that the database finds a team by its name, and none whose name only holds it.
    internal string Teams { get; private set; } = string.Empty;

    /// <summary>Whether any team sees it.</summary>
    public bool IsShared { get; private set; }

    /// <summary>Counts every change.</summary>
    public int Version { get; private set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was last changed (UTC).</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Whether this person may open it.</summary>
    public bool IsOpenTo(Actor actor) => IsOf(actor) || SharedWith.Any(actor.Has);

    /// <summary>Whether this person made it.</summary>
    public bool IsOf(Actor actor) => actor.Id.Length > 0 && string.Equals(OwnerId, actor.Id, StringComparison.Ordinal);

    /// <summary>How a team stands among <see cref="Teams"/>.</summary>
    internal static string Mark(ActorRole team) => $"{Between}{team}{Between}";

    internal void Write(string name, QueueDefinition view, IEnumerable<ActorRole> sharedWith, DateTimeOffset now)
    {
        Name = name;
        Definition = QueueDefinitionText.Write(view);
        Teams = string.Join(Between, sharedWith.Distinct().Order());
        IsShared = Teams.Length > 0;
        Teams = IsShared ? $"{Between}{Teams}{Between}" : Teams;
        Version++;
        UpdatedAt = now;
    }
}
