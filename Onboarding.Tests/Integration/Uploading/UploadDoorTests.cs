using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Documents;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Uploading;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Uploading;

/// <summary>Who may send files: staff whom the case lets add one, and applicants whose page was opened. Nobody else.</summary>
public sealed class UploadDoorTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    private static readonly byte[] Picture = Registrations.Picture().ToArray();

    private readonly PortalHost _host = portal.Host;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ActorRole.CustomerService, HttpStatusCode.OK)]
    [InlineData(ActorRole.Administration, HttpStatusCode.Conflict)]
    [InlineData(ActorRole.InformationTechnology, HttpStatusCode.Conflict)]
    [InlineData(ActorRole.Supervisor, HttpStatusCode.Conflict)]
    [InlineData(ActorRole.Compliance, HttpStatusCode.Conflict)]
    [InlineData(ActorRole.Administrator, HttpStatusCode.Forbidden)]
    public async Task Into_a_received_case_only_the_team_sends_that_works_on_it(ActorRole role, HttpStatusCode status)
    {
        CaseState state = await ReceivedAsync();
        using FileSender sender = await FileSender.OpenAsync(_host, role);

        using HttpResponseMessage answer = await sender.SendAsync(new UploadPlace(UploadDoor.Case, state.CaseId), Picture);

        answer.StatusCode.ShouldBe(status);
        (await Documents(state)).Count.ShouldBe(status == HttpStatusCode.OK ? 2 : 1);
    }

    [Theory]
    [InlineData(ActorRole.CustomerService, HttpStatusCode.OK)]
    [InlineData(ActorRole.Administration, HttpStatusCode.Forbidden)]
    [InlineData(ActorRole.Administrator, HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task Beside_the_staffs_form_only_Customer_Service_sends(ActorRole? role, HttpStatusCode status)
    {
        UploadPlace place = new(UploadDoor.Intake, FileSender.NewId());
        using FileSender sender = await FileSender.OpenAsync(_host, role);

        using HttpResponseMessage answer = await sender.SendAsync(place, Picture);

        answer.StatusCode.ShouldBe(status);
        (await PendingAsync(place.Key)).Count.ShouldBe(status == HttpStatusCode.OK ? 1 : 0);
    }

    [Fact]
    public async Task A_stranger_sends_nothing_into_a_case_even_with_its_ticket()
    {
        CaseState state = await ReceivedAsync();
        using FileSender stranger = await FileSender.OpenAsync(_host);

        using HttpResponseMessage answer = await stranger.SendAsync(new UploadPlace(UploadDoor.Case, state.CaseId), Picture);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Documents(state)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_applicant_sends_beside_the_form_that_was_opened_and_nothing_once_it_was_sent_in()
    {
        CasesAt cases = new(_host.Started());
        UploadPlace place = new(UploadDoor.Form, FileSender.NewId());
        using FileSender applicant = await FileSender.OpenAsync(_host);

        using HttpResponseMessage first = await applicant.SendAsync(place, Picture);
        OnboardingCase sent = await cases.LoadAsync((await ReceivedAsync()).CaseId);
        using HttpResponseMessage late = await applicant.SendAsync(new UploadPlace(UploadDoor.Form, sent.SubmissionKey), Picture);

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PendingAsync(place.Key)).ShouldHaveSingleItem().FileName.ShouldBe("ktp foto.png");
        late.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await PendingAsync(sent.SubmissionKey)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_applicant_cannot_send_what_only_staff_keeps()
    {
        UploadPlace place = new(UploadDoor.Form, FileSender.NewId());
        using FileSender applicant = await FileSender.OpenAsync(_host);

        foreach (DocumentKind kind in (DocumentKind[])[DocumentKind.RegistrationEvidence, DocumentKind.IssuedForm])
        {
            using HttpResponseMessage answer = await applicant.SendAsync(place, Picture, kind: kind);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        (await PendingAsync(place.Key)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reply_link_takes_the_document_that_was_asked_for_and_nothing_after_it_was_taken_back()
    {
        (CaseState state, Guid item, string link) = await AskedAsync();
        UploadPlace place = new(UploadDoor.Reply, item, link);
        using FileSender applicant = await FileSender.OpenAsync(_host);

        using HttpResponseMessage asked = await applicant.SendAsync(place, Picture);
        using HttpResponseMessage other = await applicant.SendAsync(place, Picture, kind: DocumentKind.TaxCard);
        using HttpResponseMessage foreign = await applicant.SendAsync(place with { Key = FileSender.NewId() }, Picture);
        using HttpResponseMessage guessed = await applicant.SendAsync(place with { Token = new string('A', 43) }, Picture);
        Actor asker = await FileSender.ActorAsync(_host, ActorRole.CustomerService);
        (await _host.Services.GetRequiredService<RecallQuestionHandler>().HandleAsync(new(CasesAt.Target(state), "Salah."), asker, Token)).ShouldBeDone();
        using HttpResponseMessage late = await applicant.SendAsync(place, Picture);

        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        new[] { other, foreign, guessed, late }.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.NotFound);
        (await PendingAsync(item)).Count.ShouldBeLessThanOrEqualTo(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("AAAA")]
    public async Task A_page_that_was_never_opened_sends_nothing(string? ticket)
    {
        using FileSender stranger = await FileSender.OpenAsync(_host);

        using HttpResponseMessage answer = await stranger.SendAsync(UploadDoor.Form, ticket, new ByteArrayContent(Picture));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_ticket_opens_its_own_door_alone_and_not_for_ever()
    {
        await using PortalHost host = new();
        using FileSender applicant = await FileSender.OpenAsync(host);
        string reply = applicant.Ticket(new UploadPlace(UploadDoor.Reply, FileSender.NewId(), "token"));
        string form = applicant.Ticket(new UploadPlace(UploadDoor.Form, FileSender.NewId()));

        using HttpResponseMessage other = await applicant.SendAsync(UploadDoor.Form, reply, new ByteArrayContent(Picture));
        host.Clock.Advance(UploadTickets.Lifetime);
        using HttpResponseMessage old = await applicant.SendAsync(UploadDoor.Form, form, new ByteArrayContent(Picture));

        other.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        old.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Another_site_cannot_send_in_the_name_of_a_person_who_is_signed_in()
    {
        CaseState state = await ReceivedAsync();
        using FileSender sender = await FileSender.OpenAsync(_host, ActorRole.CustomerService);
        sender.Antiforgery = "forged";

        using HttpResponseMessage answer = await sender.SendAsync(new UploadPlace(UploadDoor.Case, state.CaseId), Picture);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Documents(state)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Too_many_files_from_one_address_are_asked_to_wait()
    {
        await using PortalHost host = new(("RateLimits:PublicUploadsPerMinute", "2"));
        using FileSender applicant = await FileSender.OpenAsync(host);
        UploadPlace place = new(UploadDoor.Form, FileSender.NewId());
        for (int file = 0; file < 2; file++)
        {
            (await applicant.SendAsync(place, Picture)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        using HttpResponseMessage answer = await applicant.SendAsync(place, Picture);

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter.ShouldNotBeNull();
    }

    private async Task<CaseState> ReceivedAsync()
    {
        CasesAt cases = new(_host.Started());
        return await cases.ClaimAsync(await cases.ReceivedAsync(Registrations.Person(Random.Shared.Next(1000, 9000))), await FileSender.ActorAsync(_host, ActorRole.CustomerService));
    }

    private async Task<(CaseState State, Guid Item, string Link)> AskedAsync()
    {
        CasesAt cases = new(_host.Started());
        CaseState state = await ReceivedAsync();
        AskApplicant command = new(CasesAt.Target(state), [new AskedItem(ItemSubject.OfDocument(DocumentKind.IdentityCard), "Mohon kirim ulang KTP.")]);
        (await _host.Services.GetRequiredService<AskApplicantHandler>().HandleAsync(command, await FileSender.ActorAsync(_host, ActorRole.CustomerService), Token)).ShouldBeDone();
        OnboardingCase owner = await cases.LoadAsync(state.CaseId);
        string link = await new Answers(_host.Services).LinkAsync(state.CaseId);
        return (new CaseState(owner.Id, owner.Number, owner.Status, owner.Version), owner.Clarifications[0].Items[0].Id, link);
    }

    private async Task<IReadOnlyList<CaseDocument>> Documents(CaseState state) => [.. (await new CasesAt(_host.Services).LoadAsync(state.CaseId)).Documents];

    private Task<IReadOnlyList<PendingDocumentInfo>> PendingAsync(Guid key) => _host.Services.GetRequiredService<UploadPendingDocumentHandler>().ListAsync(key, Token);
}
