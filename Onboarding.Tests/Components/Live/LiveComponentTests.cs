using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Onboarding.Core.Queues;
using Onboarding.Portal.Live;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Live;

public sealed class LiveComponentTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly BunitContext _context = new();
    private readonly ChangeFeed _feed = new(NullLogger<ChangeFeed>.Instance);

    public LiveComponentTests() => _context.Services.AddSingleton(_feed).AddSingleton(TimeProvider.System);

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    [Fact]
    public void A_change_during_the_first_reading_is_not_missed()
    {
        TaskCompletionSource reading = new();
        var page = Render(parameters => parameters.Add(one => one.Reading, () => reading.Task));

        _feed.Publish(Changes.Of(1));
        page.Instance.Applied.ShouldBeEmpty();
        reading.SetResult();

        page.WaitForAssertion(() => page.Instance.Applied.ShouldHaveSingleItem().CaseId.ShouldBe(Changes.Id(1)), Patience);
    }

    [Fact]
    public void A_change_is_applied_in_the_language_of_the_visitor()
    {
        var culture = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
            var page = Render();
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr");

            _feed.Publish(Changes.Of(1));

            page.WaitForAssertion(() => page.Instance.AppliedIn.ShouldBe("en"), Patience);
        }
        finally
        {
            CultureInfo.CurrentUICulture = culture;
        }
    }

    [Fact]
    public void A_failing_change_shows_the_error_of_this_page_alone()
    {
        var boundary = _context.Render<ErrorBoundary>(parameters => parameters
            .AddChildContent<Probe>(probe => probe.Add(one => one.Fails, true))
            .Add(one => one.ErrorContent, _ => "<p class=failed></p>"));

        _feed.Publish(Changes.Of(1));

        boundary.WaitForElement(".failed", Patience);
    }

    [Fact]
    public void A_failing_reading_offers_to_try_again()
    {
        var page = Render(parameters => parameters.Add(one => one.Reading, () => throw new InvalidOperationException("no database")));

        page.Instance.Failed.ShouldBeTrue();
    }

    [Fact]
    public void Lost_notices_make_the_page_read_again()
    {
        var page = Render();

        _feed.TellMissed();

        page.WaitForAssertion(() => page.Instance.Reads.ShouldBe(2), Patience);
    }

    [Fact]
    public void A_thousand_changes_of_one_case_cost_a_few_renders()
    {
        var page = Render();
        var before = page.RenderCount;

        for (var version = 1; version <= 1000; version++)
        {
            _feed.Publish(Changes.Of(1, version));
        }

        page.WaitForAssertion(() => page.Instance.Applied.ShouldContain(change => change.Version == 1000), Patience);
        (page.RenderCount - before).ShouldBeLessThan(10);
    }

    [Fact]
    public async Task A_closed_page_hears_nothing_and_leaves_nothing_behind()
    {
        var page = Render();
        var probe = page.Instance;
        await _context.DisposeComponentsAsync();

        _feed.Publish(Changes.Of(1));

        probe.Applied.ShouldBeEmpty();
    }

    private IRenderedComponent<Probe> Render(Action<ComponentParameterCollectionBuilder<Probe>>? parameters = null) => _context.Render(parameters);

    private sealed class Probe : LiveComponent
    {
        [Parameter]
        public Func<Task>? Reading { get; set; }

        [Parameter]
        public bool Fails { get; set; }

        public List<CaseChange> Applied { get; } = [];

        public string? AppliedIn { get; private set; }

        public int Reads { get; private set; }

        public bool Failed => HasFailed;

        protected override Task ReadAsync(CancellationToken cancellationToken)
        {
            Reads++;
            return Reading?.Invoke() ?? Task.CompletedTask;
        }

        protected override Task ApplyAsync(IReadOnlyList<CaseChange> changes, CancellationToken cancellationToken)
        {
            if (Fails)
            {
                throw new InvalidOperationException("broken");
            }

            Applied.AddRange(changes);
            AppliedIn = CultureInfo.CurrentUICulture.Name;
            StateHasChanged();
            return Task.CompletedTask;
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Applied.Count);
    }
}
