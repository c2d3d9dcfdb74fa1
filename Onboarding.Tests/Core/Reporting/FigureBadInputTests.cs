using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Results;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Reporting;

/// <summary>The dashboard asked for what nobody offers: an address is easily typed, and a circuit can be sent anything.</summary>
public sealed class FigureBadInputTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly string[] Hostile = ["\0", "a\0b", "\uD800", "%", "_", "'", "\"", "' OR '1'='1", "\\", "-1", "99", "2147483648", "Status", "🙂", new string('x', 20_000)];

    private static readonly FigureFilter Filter = new(new(2026, 11, 1), new(2026, 11, 30));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task A_list_that_is_narrowed_by_nonsense_is_refused_or_empty(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);

        foreach (var figure in Enum.GetValues<FigureKind>())
        {
            foreach (var text in Hostile)
            {
                var read = await core.Get<FigureListReader>().ReadAsync(new FigureList(figure, Filter, text, text), after: null, Staff.Maya, Token);

                // A figure that nothing narrows shows what it shows without.
                (read.Refusal is Invalid || read.Value.Lines.Count == 0 || IsNarrowedByNothing(figure)).ShouldBeTrue($"{figure} {text[..Math.Min(9, text.Length)]}");
            }
        }
    }

    [Theory, DatabaseProviders]
    public async Task A_product_that_cannot_be_is_refused_or_counts_nothing(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        await core.Cases.ReceivedAsync();

        foreach (var text in Hostile)
        {
            var read = await core.Get<OverviewReader>().ReadAsync(Filter with { Product = text, Province = text == "\0" ? null : "31" }, Staff.Maya, Token);

            (read.Refusal is Invalid || read.Value.Period.Received == 0).ShouldBeTrue(text[..Math.Min(9, text.Length)]);
        }
    }

    private static bool IsNarrowedByNothing(FigureKind figure) => figure is FigureKind.InProgress or FigureKind.Held or FigureKind.CallsDue or FigureKind.CallsAhead
        or FigureKind.Received or FigureKind.Activated or FigureKind.Approved or FigureKind.FirstPass or FigureKind.ApprovedWithRemark or FigureKind.Recommended
        or FigureKind.Reopened or FigureKind.Asked or FigureKind.ActivationFailures or FigureKind.FeedbackAsked;
}
