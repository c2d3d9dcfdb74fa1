using Microsoft.JSInterop;
using Onboarding.Portal.Components;

namespace Onboarding.Tests.Components;

public sealed class ScriptEndingTests
{
    [Fact]
    public async Task A_script_is_stopped_and_let_go()
    {
        Script script = new((_, _) => Task.CompletedTask);

        await script.EndAsync("place");

        script.Called.ShouldBe(["stop place", "let go"]);
    }

    [Fact]
    public async Task A_browser_that_does_not_answer_any_more_is_given_up()
    {
        var patient = false;
        Script script = new((_, token) =>
        {
            patient = !token.CanBeCanceled;
            return Task.FromCanceled(new CancellationToken(canceled: true));
        });

        await script.EndAsync();

        patient.ShouldBeFalse("the framework would wait for a minute");
        script.Called.ShouldBe(["stop"], "nobody is there to let go of it");
    }

    [Fact]
    public async Task A_browser_that_has_gone_is_no_failure()
    {
        await new Script((_, _) => throw new JSDisconnectedException("gone")).EndAsync();
        await ((IJSObjectReference?)null).EndAsync();
    }

    private sealed class Script(Func<string, CancellationToken, Task> answer) : IJSObjectReference
    {
        public List<string> Called { get; } = [];

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => InvokeAsync<TValue>(identifier, CancellationToken.None, args);

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
        {
            Called.Add(string.Join(' ', [identifier, .. args ?? []]));
            await answer(identifier, cancellationToken);
            return default!;
        }

        public ValueTask DisposeAsync()
        {
            Called.Add("let go");
            return ValueTask.CompletedTask;
        }
    }
}
