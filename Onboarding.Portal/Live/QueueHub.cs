using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Live;

/// <summary>
/// Tells other programs of the staff what changes in their queues: <c>caseChanged</c> with a <see cref="CaseChangedMessage"/>, and
/// <c>changesMissed</c> when more changed than is told one by one, or notices of other nodes may have been lost: whoever keeps a list reads it again.
/// It has no method that a client could call: which queues a client hears of follows from the roles it signed in with.
/// </summary>
/// <param name="connections">Keeps the open connections.</param>
/// <param name="sessions">Says whether a person may stay signed in.</param>
[Authorize(Policy = Policies.QueueAccess)]
public sealed class QueueHub(QueueConnections connections, SessionCheck sessions) : Hub
{
    /// <summary>The address of the hub.</summary>
    public const string Path = "/hubs/queue";

    /// <summary>The message that clients receive.</summary>
    public const string CaseChanged = "caseChanged";

    /// <summary>The message that says that others were left out.</summary>
    public const string ChangesMissed = "changesMissed";

    /// <inheritdoc />
    public override async Task OnConnectedAsync()
    {
        // The cookie was good a moment ago; the account may have been disabled, or its roles taken, since it was last looked up.
        if (Context.User is not { } person || !await sessions.MayStayAsync(person))
        {
            Context.Abort();
            return;
        }

        QueueAudience audience = QueueAudience.Of(WorkQueues.VisibleTo(person.ToActor().Roles));
        await Groups.AddToGroupAsync(Context.ConnectionId, audience.Group, Context.ConnectionAborted);
        connections.Add(Context, audience);
    }

    /// <inheritdoc />
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        connections.Remove(Context.ConnectionId);
        return Task.CompletedTask;
    }
}

/// <summary>What a client is told: no personal data, and no queue that it may not see.</summary>
/// <param name="Number">Case number.</param>
/// <param name="Queues">The names of the queues in which its row changed, came or went.</param>
/// <param name="Version">The version of the case after the change.</param>
public sealed record CaseChangedMessage(string Number, IReadOnlyList<string> Queues, int Version);
