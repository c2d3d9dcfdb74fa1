using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Portal.Api.Requests;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Api;

/// <summary>Whatever goes wrong is told in one form, and never as a page.</summary>
public sealed class ProblemTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound, "not_found")]
    [InlineData("GET", "/api", HttpStatusCode.NotFound, "not_found")]
    [InlineData("GET", "/API/v1/nothing", HttpStatusCode.NotFound, "not_found")]
    [InlineData("DELETE", "/api/v1/registrations", HttpStatusCode.MethodNotAllowed, "method_not_allowed")]
    [InlineData("PUT", "/api/v1/products", HttpStatusCode.MethodNotAllowed, "method_not_allowed")]
    public async Task Tells_of_addresses_and_methods_that_do_not_exist(string method, string address, HttpStatusCode status, string code)
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        using HttpRequestMessage request = new(new HttpMethod(method), address);

        using var answer = await partner.Client.SendAsync(request, Token);

        await answer.ShouldBeProblemAsync(status, code);
        if (status == HttpStatusCode.MethodNotAllowed)
        {
            answer.Content.Headers.Allow.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public async Task Tells_who_wants_no_JSON_that_there_is_nothing_else()
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        partner.Client.DefaultRequestHeaders.Add("Accept", "text/html, application/json;q=0");

        using var answer = await partner.GetAsync("/api/v1/products");

        await answer.ShouldBeProblemAsync(HttpStatusCode.NotAcceptable, "not_acceptable");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("")]
    public async Task Takes_no_other_media_type(string type)
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);

        using var answer = await partner.PostAsync("{}", "p-1", type);

        await answer.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Takes_no_body_beyond_its_limit_announced_or_not(bool isAnnounced)
    {
        using var partner = await ApiPartner.CreateAsync(shared.Host);
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/registrations") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(new string(' ', JsonBody.MaxSize + 1))) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Headers.Add("Idempotency-Key", "p-2");
        request.Headers.TransferEncodingChunked = !isAnnounced;

        using var answer = await partner.Client.SendAsync(request, Token);

        await answer.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too_large");
    }

    [Fact]
    public async Task Tells_of_a_failure_of_its_own_without_a_word_of_its_inside()
    {
        await using BrokenPortal host = new();
        using var partner = await ApiPartner.CreateAsync(host);
        var number = await partner.NumberOfNewAsync();

        using var answer = await partner.SendFilesAsync(number, null, ("identity_card", "ktp.png", Registrations.Picture().ToArray()));

        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.InternalServerError, "internal_error");
        problem.ToString().ShouldNotContain("disk");
    }

    private sealed class BrokenPortal : PortalHost
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<IDocumentStorage, BrokenStorage>());
        }
    }

    private sealed class BrokenStorage : IDocumentStorage
    {
        public Task<Result<StoredDocument>> StoreAsync(Guid id, Stream content, CancellationToken cancellationToken) => throw new IOException("The disk is full.");

        public Task<Stream> OpenAsync(StoredDocument document, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<DocumentProof> VerifyAsync(StoredDocument document, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<DocumentProof> RestoreAsync(StoredDocument document, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task DeleteAsync(Guid id, CancellationToken cancellationToken) => Task.CompletedTask;

        public StoredDocument Rewrap(StoredDocument document) => throw new NotSupportedException();

        public bool Contains(Guid id) => false;

        public IEnumerable<Guid> StoredBefore(DateTimeOffset before) => [];
    }
}
