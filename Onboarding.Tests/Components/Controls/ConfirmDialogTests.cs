using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Portal.Components.Controls;
using Onboarding.Tests.Support;
using Radzen;

namespace Onboarding.Tests.Components.Controls;

public sealed class ConfirmDialogTests : ComponentTest
{
    private static readonly ConfirmRequest Question = new("Tolak berkas?", "Pemohon akan diberi tahu.", "Tolak", IsDangerous: true);

    [Fact]
    public async Task Answers_without_a_reason_when_none_is_asked()
    {
        IRenderedComponent<ConfirmDialog> dialog = Show(Question);

        Confirm(dialog);

        (await Answer).ShouldBe(new ConfirmAnswer(Reason: null));
    }

    [Fact]
    public async Task Stays_open_until_there_is_a_reason()
    {
        IRenderedComponent<ConfirmDialog> dialog = Show(Question with { ReasonLabel = "Alasan" });

        Confirm(dialog);
        Answer.IsCompleted.ShouldBeFalse();
        dialog.Find("textarea").GetAttribute("aria-invalid").ShouldBe("true");
        dialog.Markup.ShouldContain(ControlsText.ReasonRequired);

        dialog.Find("textarea").Input("  Dokumen palsu  ");
        Confirm(dialog);

        (await Answer).ShouldBe(new ConfirmAnswer("Dokumen palsu"));
    }

    [Fact]
    public async Task Answers_nothing_when_it_is_cancelled()
    {
        IRenderedComponent<ConfirmDialog> dialog = Show(Question);

        dialog.FindAll("button").Single(button => button.TextContent == ControlsText.Cancel).Click();

        (await Answer).ShouldBeNull();
    }

    private Task<ConfirmAnswer?> Answer { get; set; } = Task.FromResult<ConfirmAnswer?>(null);

    private static void Confirm(IRenderedComponent<ConfirmDialog> dialog) =>
        dialog.FindAll("button").Single(button => button.TextContent == Question.ConfirmText).Click();

    private IRenderedComponent<ConfirmDialog> Show(ConfirmRequest request)
    {
        Answer = Services.GetRequiredService<DialogService>().ConfirmAsync(request);
        return Render<ConfirmDialog>(parameters => parameters.Add(dialog => dialog.Request, request));
    }
}
