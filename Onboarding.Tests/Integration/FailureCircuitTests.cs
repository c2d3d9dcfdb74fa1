using Onboarding.Portal.Integrations;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration;

public sealed class FailureCircuitTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(60);

    private readonly TestClock _clock = new(CoreHost.Start);

    [Fact]
    public void Opens_after_failures_in_a_row_also_when_it_worked_a_moment_before()
    {
        FailureCircuit circuit = new(3, Pause, _clock);
        Enumerable.Range(0, 50).ShouldAllBe(_ => circuit.TryEnter());
        circuit.Succeed();

        circuit.Fail();
        circuit.Fail();
        circuit.IsOpen.ShouldBeFalse();
        circuit.Fail();

        circuit.IsOpen.ShouldBeTrue();
        circuit.TryEnter().ShouldBeFalse();
    }

    [Fact]
    public void An_answer_in_between_begins_the_row_anew()
    {
        FailureCircuit circuit = new(2, Pause, _clock);

        circuit.Fail();
        circuit.Succeed();
        circuit.Fail();

        circuit.TryEnter().ShouldBeTrue();
    }

    [Fact]
    public void After_the_pause_one_finds_out_and_the_others_wait_for_what_it_finds()
    {
        FailureCircuit circuit = new(1, Pause, _clock);
        circuit.Fail();
        _clock.Advance(Pause);

        circuit.TryEnter().ShouldBeTrue("one finds out");
        circuit.TryEnter().ShouldBeFalse("the others wait");
        circuit.Fail();
        circuit.TryEnter().ShouldBeFalse("it is still ill");

        _clock.Advance(Pause);
        circuit.TryEnter().ShouldBeTrue();
        circuit.Succeed();
        circuit.TryEnter().ShouldBeTrue("it is back");
        circuit.TryEnter().ShouldBeTrue("for everybody");
    }
}
