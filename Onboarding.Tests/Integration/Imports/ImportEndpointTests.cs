using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Imports;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Layout;
using Onboarding.Portal.Features.Stage1Intake.Imports;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Imports;

/// <summary>The pages and files of imports as the portal serves them: to Customer Service alone, and harmless in a spreadsheet.</summary>
public sealed class ImportEndpointTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    private readonly PortalHost _host = portal.Host;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Every role of the staff, and nobody.</summary>
    public static TheoryData<ActorRole?> Visitors => new(Demo.Roles.Select(role => (ActorRole?)role).Append(null));

    [Theory, MemberData(nameof(Visitors))]
    public async Task Pages_and_files_are_for_customer_service_alone(ActorRole? visitor)
    {
        Guid id = await CheckedAsync(ImportFiles.Persons(4601));
        string[] addresses = [ImportUrls.List, ImportUrls.Of(id), ImportUrls.Template(withComma: false), ImportUrls.Problems(id), ImportUrls.Results(id)];

        foreach (string address in addresses)
        {
            using HttpResponseMessage answer = await GetAsync(address, visitor);

            answer.StatusCode.ShouldBe(
                visitor switch
                {
                    ActorRole.CustomerService => HttpStatusCode.OK,
                    null => HttpStatusCode.Redirect,
                    _ => HttpStatusCode.Forbidden,
                },
                address);
            if (answer.StatusCode == HttpStatusCode.Forbidden)
            {
                (await answer.Content.ReadAsStringAsync(Token)).ShouldContain(LayoutText.StatusForbiddenTitle);
            }
        }
    }

    [Theory]
    [InlineData(false, ';')]
    [InlineData(true, ',')]
    public async Task The_template_has_every_column_and_the_separator_that_was_chosen(bool withComma, char separator)
    {
        using HttpResponseMessage answer = await GetAsync(ImportUrls.Template(withComma), ActorRole.CustomerService);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentDisposition.FileNameStar.ShouldBe(ImportText.TemplateFile);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await TextAsync(answer)).ShouldBe(string.Join(separator, ImportColumns.All.Select(column => column.Name)) + "\r\n");
    }

    [Fact]
    public async Task The_list_of_problems_names_row_column_and_words_and_holds_no_formula()
    {
        Guid id = await CheckedAsync(ImportFiles.Lines(
            ImportFiles.PersonHeading + ";\"=HYPERLINK(\"\"x\"\")\"",
            ImportFiles.Row(4611).Replace("20/11/2026", "=kemarin", StringComparison.Ordinal) + ";=1",
            ImportFiles.Row(4612).Replace(";0812", ";812", StringComparison.Ordinal) + ";+1"));

        using HttpResponseMessage answer = await GetAsync(ImportUrls.Problems(id), ActorRole.CustomerService);

        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe($"{ImportText.ProblemsFile}-pelanggan.csv");
        string text = await TextAsync(answer);
        text.ShouldContain($"2;tanggal_persetujuan;{ImportText.Error};");
        text.ShouldContain($"3;telepon;{ImportText.Warning};");
        text.Split('\n').SelectMany(line => line.Split(';')).Where(cell => cell.TrimStart('"') is ['=' or '+' or '-' or '@', ..]).ShouldBeEmpty();
        text.ShouldNotContain(Registrations.Person(4611).Nik!);
    }

    [Fact]
    public async Task The_results_name_the_case_of_each_row_and_why_others_were_refused()
    {
        Guid id = await CheckedAsync(ImportFiles.Lines(ImportFiles.PersonHeading, ImportFiles.Row(4621), "\"" + ImportFiles.Row(4622), TwiceWrong(4623), ImportFiles.Row(4624)));
        IServiceProvider services = _host.Started();
        (await services.GetRequiredService<StartImportHandler>().HandleAsync(new(id, LeavesOutErrors: true), Staff.Sari, Token)).ShouldBeDone();
        await RunAsync(services, id, ImportState.Done);

        using HttpResponseMessage answer = await GetAsync(ImportUrls.Results(id), ActorRole.CustomerService);

        string[] lines = (await TextAsync(answer)).Split("\r\n");
        lines[1].ShouldStartWith("2;ONB-");
        lines[2].ShouldStartWith("3;;nama_lengkap;");
        lines.Skip(3).Take(2).Select(line => line[..line.IndexOf(';', 3)]).ShouldBe(["4;;telepon", "4;;tanggal_persetujuan"], ignoreOrder: true);
        lines[5].ShouldStartWith("5;ONB-");
    }

    [Fact]
    public async Task An_unknown_import_is_not_found()
    {
        (await GetAsync(ImportUrls.Problems(Guid.Empty), ActorRole.CustomerService)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync(ImportUrls.Results(Guid.Empty), ActorRole.CustomerService)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<Guid> CheckedAsync(Stream file)
    {
        IServiceProvider services = _host.Started();
        Guid id = (await services.GetRequiredService<UploadImportHandler>().HandleAsync(ImportFiles.Declared(), file, Staff.Sari, Token)).ShouldBeDone();
        await RunAsync(services, id, ImportState.Checked);
        return id;
    }

    private static string TwiceWrong(int serial) => ImportFiles.Row(serial)
        .Replace(";0812", ";abc", StringComparison.Ordinal).Replace("20/11/2026", "31/02/2026", StringComparison.Ordinal);

    // The job of the portal may have taken it up meanwhile; then it is waited for.
    private static async Task RunAsync(IServiceProvider services, Guid id, ImportState until)
    {
        while ((await services.GetRequiredService<ImportReader>().FindAsync(id, Staff.Sari, Token)).ShouldBeDone().State != until)
        {
            await services.GetRequiredService<RunImportsHandler>().HandleAsync(Token);
        }
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        byte[] content = await answer.Content.ReadAsByteArrayAsync(Token);
        content.AsSpan().StartsWith(Encoding.UTF8.Preamble).ShouldBeTrue();
        return Encoding.UTF8.GetString(content.AsSpan(Encoding.UTF8.Preamble.Length));
    }

    private async Task<HttpResponseMessage> GetAsync(string address, ActorRole? role)
    {
        using HttpClient client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = _host.Address };
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Add("Accept-Language", "id");
        if (role is { } known)
        {
            request.Headers.Add("Cookie", await HubClient.CookieAsync(_host, Demo.Account(known)));
        }

        return await client.SendAsync(request, Token);
    }
}
