using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Api;

/// <summary>Documents from partners, over HTTP against the whole portal.</summary>
public sealed class DocumentApiTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private static readonly byte[] Picture = Registrations.Picture().ToArray();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Adds_several_files_of_one_request_and_lists_them()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var number = await partner.NumberOfNewAsync(9931);

        using var answer = await partner.SendFilesAsync(number, null, ("identity_card", "KTP ‘Budi’.png", Picture), ("tax_card", "npwp.png", Picture));

        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Token));
        answer.Headers.Location!.ToString().ShouldBe($"/api/v1/registrations/{number}/documents");
        using var list = await partner.GetAsync(answer.Headers.Location.ToString());
        (await ApiPartner.ReadAsync(list)).GetProperty("documents").EnumerateArray().Select(document => document.GetProperty("kind").GetString()).ShouldBe(["identity_card", "tax_card"]);
        using var status = await partner.GetAsync($"/api/v1/registrations/{number}");
        (await ApiPartner.ReadAsync(status)).GetProperty("missingDocuments").GetArrayLength().ShouldBe(0);
        await using var context = Context();
        var owner = await context.Cases.Include(item => item.Documents).SingleAsync(item => item.Number == number, Token);
        owner.Documents.ShouldAllBe(document => document.UploadedById == partner.Id.ToString("N"));
        (await context.AuditEvents.CountAsync(item => item.StreamId == owner.Id && item.Action == nameof(CaseAction.AddDocument), Token)).ShouldBe(2);
        (await context.PendingDocuments.CountAsync(Token)).ShouldBe(0);
    }

    [Fact]
    public async Task Files_of_one_request_are_parts_of_one_version_and_a_later_request_begins_the_next()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var number = await partner.NumberOfNewAsync(9938);
        (string, string, byte[])[] pages = [("identity_card", "depan.png", Picture), ("identity_card", "belakang.png", Picture)];
        using var first = await partner.SendFilesAsync(number, "pages", pages);
        using var retried = await partner.SendFilesAsync(number, "pages", pages);
        using var later = await partner.SendFilesAsync(number, null, ("identity_card", "baru.png", Picture));

        using var list = await partner.GetAsync($"/api/v1/registrations/{number}/documents");

        (await ApiPartner.ReadAsync(list)).GetProperty("documents").EnumerateArray()
            .Select(document => (document.GetProperty("fileName").GetString(), document.GetProperty("version").GetInt32(), document.GetProperty("part").GetInt32()))
            .ShouldBe([("depan.png", 1, 1), ("belakang.png", 1, 2), ("baru.png", 2, 1)], ignoreOrder: true);
    }

    [Fact]
    public async Task Adds_nothing_when_one_file_of_a_request_is_refused()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var number = await partner.NumberOfNewAsync(9932);

        using var answer = await partner.SendFilesAsync(number, null, ("identity_card", "ktp.png", Picture), ("tax_card", "npwp.png", Encoding.UTF8.GetBytes("<html><script>alert(1)</script>")));

        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "document_rejected");
        problem.Errors().ShouldHaveSingleItem().ShouldStartWith("#/tax_card ");
        await using var context = Context();
        (await context.Documents.CountAsync(document => context.Cases.Any(item => item.Number == number && item.Id == document.CaseId), Token)).ShouldBe(0);
        (await context.PendingDocuments.CountAsync(Token)).ShouldBe(0);
    }

    [Fact]
    public async Task Takes_a_kind_that_the_applicant_is_not_asked_for_and_says_so()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var number = await partner.NumberOfNewAsync(9940);

        using var answer = await partner.SendFilesAsync(number, null, ("identity_card", "ktp.png", Picture), ("stay_permit", "kitas.png", Picture), ("tax_card", "npwp.png", Picture));

        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Token));
        (await ApiPartner.ReadAsync(answer)).GetProperty("warnings").EnumerateArray()
            .Select(warning => $"{warning.GetProperty("pointer").GetString()} {warning.GetProperty("code").GetString()}").ShouldBe(["#/stay_permit not_for_applicant"]);
    }

    [Fact]
    public async Task Names_every_file_of_a_request_that_is_refused()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var number = await partner.NumberOfNewAsync(9939);

        using var answer = await partner.SendFilesAsync(
            number, null, ("tax_card", "npwp.png", Encoding.UTF8.GetBytes("<html><script>alert(1)</script>")), ("identity_card", "ktp.png", Picture),
            ("stay_permit", "kitas.pdf", []), ("photo", "foto.png", Picture));

        (await answer.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "document_rejected")).Errors()
            .ShouldBe(["#/tax_card unknown_type", "#/stay_permit empty", "# unknown_part"]);
        await using var context = Context();
        (await context.PendingDocuments.CountAsync(Token)).ShouldBe(0);
    }

    [Fact]
    public async Task Answers_the_same_files_under_the_same_key_as_before_and_other_files_not()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var number = await partner.NumberOfNewAsync(9933);
        using var first = await partner.SendFilesAsync(number, "files", ("identity_card", "ktp.png", Picture));

        using var again = await partner.SendFilesAsync(number, "files", ("identity_card", "ktp.png", Picture));
        using var other = await partner.SendFilesAsync(number, "files", ("tax_card", "ktp.png", Picture));

        again.StatusCode.ShouldBe(HttpStatusCode.Created);
        again.Headers.GetValues("Idempotent-Replayed").ShouldBe(["true"]);
        (await again.Content.ReadAsStringAsync(Token)).ShouldBe(await first.Content.ReadAsStringAsync(Token));
        await other.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
        await using var context = Context();
        (await context.Documents.CountAsync(document => context.Cases.Any(item => item.Number == number && item.Id == document.CaseId), Token)).ShouldBe(1);
        (await context.PendingDocuments.CountAsync(Token)).ShouldBe(0);
    }

    [Fact]
    public async Task Takes_no_documents_once_the_registration_has_ended()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var number = await partner.NumberOfNewAsync(9934);
        await using var context = Context();
        var id = await context.Cases.Where(item => item.Number == number).Select(item => item.Id).SingleAsync(Token);
        (await shared.Services.GetRequiredService<WithdrawCaseHandler>().HandleAsync(new(new CaseTarget(id, null), null), Actor.Applicant(id), Token)).ShouldBeDone();

        using var answer = await partner.SendFilesAsync(number, null, ("identity_card", "ktp.png", Picture));

        await answer.ShouldBeProblemAsync(HttpStatusCode.Conflict, "conflict");
        (await context.PendingDocuments.CountAsync(Token)).ShouldBe(0);
    }

    [Theory]
    [InlineData("issued_form")]
    [InlineData("IdentityCard")]
    [InlineData("photo")]
    public async Task Refuses_a_part_whose_name_is_no_kind_of_document(string name)
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var number = await partner.NumberOfNewAsync(9935);

        using var answer = await partner.SendFilesAsync(number, null, (name, "ktp.png", Picture));

        (await answer.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid")).Errors().ShouldBe(["# unknown_part"]);
    }

    [Fact]
    public async Task Tells_a_file_that_is_too_large_from_one_that_is_wrong()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var number = await partner.NumberOfNewAsync(9936);
        byte[] large = [.. Picture, .. new byte[DocumentLimits.MaximumSize]];
        large[0] = Picture[0];

        using var answer = await partner.SendFilesAsync(number, null, ("identity_card", "ktp.png", large));

        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.UnprocessableEntity);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"identity_card\"; filename=\"a.png\"\r\n\r\nabc")]
    [InlineData("nothing like multipart")]
    [InlineData("--x\r\nContent-Disposition: nonsense\r\n\r\nabc\r\n--x--\r\n")]
    [InlineData("--x--\r\n")]
    public async Task Refuses_a_body_that_is_cut_off_or_no_multipart_and_leaves_nothing_behind(string body)
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        var number = await partner.NumberOfNewAsync(9937);
        using HttpRequestMessage request = new(HttpMethod.Post, $"/api/v1/registrations/{number}/documents") { Content = new ByteArrayContent(Encoding.ASCII.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");

        using var answer = await partner.Client.SendAsync(request, Token);

        ((int)answer.StatusCode).ShouldBeOneOf(400, 422);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        await using var context = Context();
        (await context.PendingDocuments.CountAsync(Token)).ShouldBe(0);
    }

    private OnboardingContext Context() => shared.Services.GetRequiredService<OnboardingContextFactory>().CreateDbContext();
}
