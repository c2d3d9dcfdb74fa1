using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Onboarding.Portal.Components.Controls;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Controls;

public sealed class ValidationMessageTextTests : ComponentTest
{
    private string Name { get; set; } = "";

    [Fact]
    public async Task Shows_the_messages_of_its_field_as_they_come_and_go()
    {
        EditContext form = new(this);
        ValidationMessageStore messages = new(form);
        IRenderedComponent<ValidationMessageText<string>> text = Render<ValidationMessageText<string>>(parameters => parameters
            .AddCascadingValue(form)
            .Add(message => message.For, () => Name)
            .Add(message => message.Id, "name-error"));
        text.Markup.Trim().ShouldBeEmpty();

        messages.Add(form.Field(nameof(Name)), "Nama wajib diisi.");
        await text.InvokeAsync(form.NotifyValidationStateChanged);
        text.Find("#name-error").TextContent.ShouldContain("Nama wajib diisi.");

        messages.Clear();
        await text.InvokeAsync(form.NotifyValidationStateChanged);
        text.Markup.Trim().ShouldBeEmpty();
    }
}
