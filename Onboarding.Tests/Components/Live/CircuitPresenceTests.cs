using Onboarding.Portal.Live.Presence;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Live;

/// <summary>A browser at cases: away while its connection is lost, back with it, and gone with its circuit.</summary>
public sealed class CircuitPresenceTests : IDisposable
{
    private const string One = "ONB-2026-000001";
    private const string Two = "ONB-2026-000002";

    private readonly PresenceBoard _board = new(TimeProvider.System);
    private readonly CircuitPresence _circuit;

    public CircuitPresenceTests() => _circuit = new CircuitPresence(_board);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _board.Dispose();

    [Fact]
    public async Task A_lost_connection_takes_the_person_away_from_every_page_and_brings_them_back_to_those_still_open()
    {
        PresenceTicket closed = _circuit.Enter(One, Staff.Sari);
        _circuit.Enter(Two, Staff.Sari);
        Seen(One, Two).ShouldBe([true, true]);

        await _circuit.OnConnectionDownAsync(null!, Token);
        Seen(One, Two).ShouldBe([false, false]);

        _circuit.Leave(closed);
        await _circuit.OnConnectionUpAsync(null!, Token);
        Seen(One, Two).ShouldBe([false, true]);
    }

    [Fact]
    public async Task With_the_circuit_every_page_ends_and_none_comes_back()
    {
        PresenceTicket ticket = _circuit.Enter(One, Staff.Sari);

        await _circuit.OnCircuitClosedAsync(null!, Token);
        Seen(One).ShouldBe([false]);

        ticket.Type();
        await _circuit.OnConnectionUpAsync(null!, Token);
        Seen(One).ShouldBe([false]);
    }

    private bool[] Seen(params string[] numbers) => [.. numbers.Select(number => _board.At(number, Staff.Bayu.Id).Count > 0)];
}
