using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Persistence;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Uploading;
using Onboarding.Tests.Core.Documents;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Uploading;

/// <summary>Files that announce too much, say one thing and send another, break off, or come twice.</summary>
public sealed class UploadLimitTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    private const string FourGigabytes = "4294967296";

    private readonly PortalHost _host = portal.Host;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Four_gigabytes_that_are_announced_are_refused_at_the_door_with_the_reason()
    {
        using FileSender applicant = await FileSender.OpenAsync(_host);
        UploadPlace place = new(UploadDoor.Form, FileSender.NewId());

        string answer = await AnnounceAsync(UploadRoutes.Of(UploadDoor.Form), $"Upload-Ticket: {applicant.Ticket(place)}");

        answer.ShouldStartWith("HTTP/1.1 413 ");
        answer.ShouldContain("\"isFinal\":true");
        answer.ShouldContain("15 MB");
        (await PendingAsync(place.Key)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_partner_who_announces_four_gigabytes_is_refused_at_the_door_with_the_reason()
    {
        using ApiPartner partner = await ApiPartner.CreateAsync(_host);
        string number = await partner.NumberOfNewAsync(9941);

        string answer = await AnnounceAsync($"/api/v1/registrations/{number}/documents", $"Authorization: Bearer {partner.Key}", "Content-Type: multipart/form-data; boundary=x");

        answer.ShouldStartWith("HTTP/1.1 413 ");
        answer.ShouldContain("application/problem+json");
        answer.ShouldContain("\"too_large\"");
        await using OnboardingContext context = Context();
        (await context.Documents.CountAsync(document => context.Cases.Any(item => item.Number == number && item.Id == document.CaseId), Token)).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_announces_no_length_is_read_to_the_limit_and_no_further()
    {
        using FileSender applicant = await FileSender.OpenAsync(_host);
        UploadPlace place = new(UploadDoor.Form, FileSender.NewId());
        await using ArrivingStream endless = new(Registrations.Picture().ToArray(), endless: true, largestPiece: 64 * 1024);
        using StreamContent content = new(endless);
        content.Headers.ContentLength = null;

        HttpStatusCode? status = null;
        try
        {
            using HttpResponseMessage answer = await applicant.SendAsync(UploadDoor.Form, applicant.Ticket(place), content);
            status = answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            // The portal answered and hung up while this side was still sending; not every client reads that answer.
        }

        status.ShouldBeOneOf(null, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.UnprocessableEntity);
        endless.Taken.ShouldBeLessThan(4L * DocumentLimits.MaximumSize);
        (await PendingAsync(place.Key)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_greatest_file_is_taken_and_one_byte_more_is_not()
    {
        using FileSender applicant = await FileSender.OpenAsync(_host);
        UploadPlace place = new(UploadDoor.Form, FileSender.NewId());

        using HttpResponseMessage fits = await applicant.SendAsync(place, TestFiles.Pdf(DocumentLimits.MaximumSize), name: "besar.pdf");
        using HttpResponseMessage tooLarge = await applicant.SendAsync(place, TestFiles.Pdf(DocumentLimits.MaximumSize + 1), name: "lebih.pdf");

        fits.StatusCode.ShouldBe(HttpStatusCode.OK);
        tooLarge.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await FileSender.ReadAsync(tooLarge)).ShouldBe(new UploadAnswer(null, null, DomainTexts.Of(DocumentRejection.TooLarge.ToRefusal()), IsFinal: true));
        (await PendingAsync(place.Key)).ShouldHaveSingleItem().Size.ShouldBe(DocumentLimits.MaximumSize);
    }

    [Fact]
    public async Task A_file_of_a_wrong_type_is_refused_for_good_with_the_reason()
    {
        using FileSender applicant = await FileSender.OpenAsync(_host);

        using HttpResponseMessage answer = await applicant.SendAsync(new UploadPlace(UploadDoor.Form, FileSender.NewId()), "MZ not a picture"u8.ToArray());

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await FileSender.ReadAsync(answer)).ShouldBe(new UploadAnswer(null, null, DomainTexts.Of(DocumentRejection.UnknownType.ToRefusal()), IsFinal: true));
    }

    [Fact]
    public async Task A_file_whose_sender_goes_away_leaves_nothing_and_comes_again_under_its_number()
    {
        using FileSender applicant = await FileSender.OpenAsync(_host);
        UploadPlace place = new(UploadDoor.Form, FileSender.NewId());
        Guid number = FileSender.NewId();
        byte[] file = TestFiles.Pdf(2 * 1024 * 1024);
        await using ArrivingStream cut = new(file, beforeRead: taken => _ = taken > file.Length / 2 ? throw new IOException("The line is gone.") : 0);
        using StreamContent content = new(cut);
        content.Headers.ContentLength = file.Length;

        await Should.ThrowAsync<HttpRequestException>(() => applicant.SendAsync(UploadDoor.Form, applicant.Ticket(place), content, number));
        using HttpResponseMessage again = await applicant.SendAsync(place, file, number);

        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PendingAsync(place.Key)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_same_file_sent_again_beside_a_form_is_one_document_also_at_the_same_time()
    {
        using FileSender applicant = await FileSender.OpenAsync(_host);
        UploadPlace place = new(UploadDoor.Form, FileSender.NewId());
        Guid number = FileSender.NewId();
        byte[] file = TestFiles.Pdf(1024 * 1024);

        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => applicant.SendAsync(place, file, number)));
        using HttpResponseMessage late = await applicant.SendAsync(place, file, number);

        List<Guid?> ids = [];
        foreach (HttpResponseMessage answer in answers.Append(late))
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            ids.Add((await FileSender.ReadAsync(answer)).Id);
        }

        PendingDocumentInfo kept = (await PendingAsync(place.Key)).ShouldHaveSingleItem();
        ids.Distinct().ShouldBe([kept.Id]);
    }

    [Fact]
    public async Task The_same_file_sent_again_into_a_case_is_one_document_also_at_the_same_time()
    {
        CasesAt cases = new(_host.Started());
        CaseState state = await cases.ClaimAsync(await cases.ReceivedAsync(Registrations.Person(Random.Shared.Next(1000, 9000))), await FileSender.ActorAsync(_host, ActorRole.CustomerService));
        using FileSender staff = await FileSender.OpenAsync(_host, ActorRole.CustomerService);
        UploadPlace place = new(UploadDoor.Case, state.CaseId);
        Guid number = FileSender.NewId();

        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => staff.SendAsync(place, Registrations.Picture().ToArray(), number)));
        using HttpResponseMessage other = await staff.SendAsync(place, Registrations.Picture().ToArray());

        answers.Append(other).ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        OnboardingCase owner = await cases.LoadAsync(state.CaseId);
        owner.Documents.Select(document => (document.Version, document.Part)).Order().ShouldBe([(1, 1), (1, 2), (1, 3)]);
        await using OnboardingContext context = Context();
        (await context.AuditEvents.CountAsync(item => item.StreamId == state.CaseId && item.Action == nameof(CaseAction.AddDocument), Token)).ShouldBe(2);
    }

    [Fact]
    public async Task Files_of_one_sending_that_replaces_are_one_new_version_also_when_one_is_sent_again()
    {
        CasesAt cases = new(_host.Started());
        CaseState state = await cases.ClaimAsync(await cases.ReceivedAsync(Registrations.Person(Random.Shared.Next(1000, 9000))), await FileSender.ActorAsync(_host, ActorRole.CustomerService));
        using FileSender staff = await FileSender.OpenAsync(_host, ActorRole.CustomerService);
        UploadPlace place = new(UploadDoor.Case, state.CaseId);
        (Guid sending, Guid number) = (FileSender.NewId(), FileSender.NewId());

        foreach (Guid upload in (Guid[])[number, FileSender.NewId(), number])
        {
            using HttpResponseMessage answer = await staff.SendAsync(place, Registrations.Picture().ToArray(), upload, replacement: sending);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        OnboardingCase owner = await cases.LoadAsync(state.CaseId);
        owner.Documents.Select(document => (document.Version, document.Part)).Order().ShouldBe([(1, 1), (2, 1), (2, 2)]);
    }

    // Says how much will come, sends a little of it, and reads what the portal answers meanwhile.
    private async Task<string> AnnounceAsync(string path, params string[] headers)
    {
        using TcpClient client = new();
        await client.ConnectAsync(_host.Address.Host, _host.Address.Port, Token);
        await using NetworkStream line = client.GetStream();
        string head = string.Join("\r\n", [$"POST {path} HTTP/1.1", $"Host: {_host.Address.Authority}", $"Content-Length: {FourGigabytes}", .. headers, "", "--x\r\n"]);
        await line.WriteAsync(Encoding.ASCII.GetBytes(head), Token);

        StringBuilder answer = new();
        byte[] buffer = new byte[4096];
        while (!answer.ToString().EndsWith("0\r\n\r\n", StringComparison.Ordinal) && !answer.ToString().EndsWith('}') && await line.ReadAsync(buffer, Token) is > 0 and int count)
        {
            answer.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }

        return answer.ToString();
    }

    private OnboardingContext Context() => _host.Services.GetRequiredService<OnboardingContextFactory>().CreateDbContext();

    private Task<IReadOnlyList<PendingDocumentInfo>> PendingAsync(Guid key) => _host.Services.GetRequiredService<UploadPendingDocumentHandler>().ListAsync(key, Token);
}
