using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Documents;
using Onboarding.Portal.Features.Uploading;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Uploading;

/// <summary>What the widget hands to its script. What the script does with it, the browser tests show.</summary>
public sealed class FileDropTests : ComponentTest
{
    private static readonly UploadPlace Form = new(UploadDoor.Form, new Guid(7, 0, 0, new byte[8]));

    [Fact]
    public void It_carries_a_ticket_for_its_place_that_names_neither_key_nor_token()
    {
        UploadPlace reply = new(UploadDoor.Reply, Form.Key, "secret-token");
        IElement place = Show(reply, DocumentKind.IdentityCard).Find("[data-upload]");

        place.GetAttribute("data-upload").ShouldBe("/uploads/reply");
        Services.GetRequiredService<UploadTickets>().Read(place.GetAttribute("data-ticket"), UploadDoor.Reply).ShouldBe(reply);
        place.GetAttribute("data-antiforgery").ShouldBe("token");
        place.OuterHtml.ShouldNotContain("secret-token");
        place.OuterHtml.ShouldNotContain(Form.Key.ToString());
    }

    [Fact]
    public void A_kind_that_is_known_is_sent_at_once_and_one_that_is_not_is_asked_for()
    {
        Show(Form, DocumentKind.TaxCard).Find("[data-upload]").GetAttribute("data-at-once").ShouldBe("true");
        IRenderedComponent<FileDrop> asking = Show(Form, kind: null);

        asking.Find("[data-upload]").HasAttribute("data-at-once").ShouldBeFalse();
        asking.FindAll("[data-choice] option").Count.ShouldBe(Enum.GetValues<DocumentKind>().Length - 1);
        asking.FindAll("[data-choice] option").ShouldAllBe(option => option.GetAttribute("value") != nameof(DocumentKind.IssuedForm));
    }

    [Fact]
    public void Files_are_chosen_several_at_once_or_photographed_with_the_camera_of_a_phone()
    {
        IRenderedComponent<FileDrop> drop = Show(Form, DocumentKind.IdentityCard);

        drop.Find("input[data-choose]").HasAttribute("multiple").ShouldBeTrue();
        drop.Find("input[capture=environment]").GetAttribute("accept").ShouldBe("image/*");
        drop.Find("[data-prototype]").HasAttribute("hidden").ShouldBeTrue();
    }

    [Fact]
    public void Older_refusals_have_a_folded_place_that_is_hidden_until_there_are_some()
    {
        IRenderedComponent<FileDrop> drop = Show(Form, DocumentKind.IdentityCard);

        drop.Find("details[data-older]").HasAttribute("hidden").ShouldBeTrue();
        drop.Find("details[data-older]").HasAttribute("open").ShouldBeFalse();
        drop.Find("[data-upload]").GetAttribute("data-text-older").ShouldBe(UploadingText.OlderRefusals);
    }

    [Fact]
    public async Task It_tells_the_page_when_a_file_has_arrived()
    {
        int arrived = 0;
        IRenderedComponent<FileDrop> drop = Render<FileDrop>(parameters => parameters.Add(one => one.Place, Form).Add(one => one.OnArrived, () => arrived++));

        await drop.Instance.ArrivedAsync();

        arrived.ShouldBe(1);
    }

    [Fact]
    public void Another_form_on_the_same_page_gets_a_ticket_of_its_own()
    {
        IRenderedComponent<FileDrop> drop = Show(Form, DocumentKind.IdentityCard);
        string? first = drop.Find("[data-upload]").GetAttribute("data-ticket");

        drop.Render(parameters => parameters.Add(one => one.Place, Form with { }));
        drop.Find("[data-upload]").GetAttribute("data-ticket").ShouldBe(first);
        UploadPlace other = Form with { Key = new Guid(8, 0, 0, new byte[8]) };
        drop.Render(parameters => parameters.Add(one => one.Place, other));

        Services.GetRequiredService<UploadTickets>().Read(drop.Find("[data-upload]").GetAttribute("data-ticket"), UploadDoor.Form).ShouldBe(other);
    }

    [Fact]
    public void A_row_leads_to_the_sign_in_and_back_when_the_session_has_ended()
    {
        IRenderedComponent<FileDrop> drop = Show(Form, DocumentKind.IdentityCard);

        drop.Find("[data-upload]").GetAttribute("data-text-signed-out").ShouldBe(UploadingText.SignedOut);
        drop.Find("[data-upload]").GetAttribute("data-sign-in").ShouldBe("/account/sign-in?returnUrl=");
        drop.Find("[data-prototype] [data-sign-in-again]").GetAttribute("target").ShouldBe("_blank");
    }

    private IRenderedComponent<FileDrop> Show(UploadPlace place, DocumentKind? kind) =>
        Render<FileDrop>(parameters => parameters.Add(one => one.Place, place).Add(one => one.Kind, kind));
}
