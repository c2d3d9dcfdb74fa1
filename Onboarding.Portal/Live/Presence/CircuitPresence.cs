using Microsoft.AspNetCore.Components.Server.Circuits;
using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Live.Presence;

/// <summary>
/// The presence of one browser. A circuit outlives its connection for a while, so that a lost network loses no work; colleagues see the
/// person leave at once all the same, and come back with the connection.
/// </summary>
/// <param name="board">Who is where.</param>
public sealed class CircuitPresence(PresenceBoard board) : CircuitHandler
{
    private readonly HashSet<PresenceTicket> _tickets = [];

    /// <summary>Whether this person may know who is at cases of a queue: who sees its rows. Without a queue, who may open cases at all.</summary>
    public static bool MaySee(Actor viewer, WorkQueue? queue) =>
        CaseAccess.MayRead(viewer) && (queue is not { } one || WorkQueues.VisibleTo(viewer.Roles).Contains(one));

    /// <summary>A page of this browser shows a case.</summary>
    public PresenceTicket Enter(string number, Actor person)
    {
        PresenceTicket ticket = board.Enter(number, person);
        lock (_tickets)
        {
            _tickets.Add(ticket);
        }

        return ticket;
    }

    /// <summary>It does so no more.</summary>
    public void Leave(PresenceTicket ticket)
    {
        lock (_tickets)
        {
            _tickets.Remove(ticket);
        }

        ticket.Dispose();
    }

    /// <inheritdoc />
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => EachAsync(ticket => ticket.GoAway());

    /// <inheritdoc />
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => EachAsync(ticket => ticket.Return());

    /// <inheritdoc />
    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken) => EachAsync(ticket => ticket.Dispose());

    private Task EachAsync(Action<PresenceTicket> act)
    {
        PresenceTicket[] tickets;
        lock (_tickets)
        {
            tickets = [.. _tickets];
        }

        Array.ForEach(tickets, act);
        return Task.CompletedTask;
    }
}
