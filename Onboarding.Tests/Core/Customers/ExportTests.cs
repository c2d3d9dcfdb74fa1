using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Customers;

public sealed class ExportTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task It_is_in_the_trail_before_the_first_line_with_its_purpose_and_never_with_what_was_searched(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var nik = Registrations.Person(9301).Nik!;

        var id = (await BeginAsync(core, new CustomerFilter { Text = nik, Kind = CustomerKind.Person }, "Audit tahunan", Staff.Ratna)).ShouldBeDone();

        var begun = await LastAsync(core);
        (begun.Action, begun.Reason, begun.ActorId).ShouldBe(("Customer.Export", "Audit tahunan", Staff.Ratna.Id));
        begun.Details!.ShouldNotContain(nik);
        using var details = JsonDocument.Parse(begun.Details!);
        (details.RootElement.GetProperty("searched").GetBoolean(), details.RootElement.GetProperty("kind").GetString()).ShouldBe((true, nameof(CustomerKind.Person)));
        details.RootElement.GetProperty("columns").GetArrayLength().ShouldBe(Enum.GetValues<CustomerColumn>().Length);

        (await core.Get<ExportCustomersHandler>().EndAsync(id, 17, isComplete: true, Staff.Ratna, Token)).ShouldBeDone();
        var ended = await LastAsync(core);
        (ended.Action, ended.Details).ShouldBe(("Customer.ExportEnd", $$"""{"export":"{{id:N}}","rows":17,"complete":true}"""));
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
    }

    [Theory, DatabaseProviders]
    public async Task Without_a_purpose_there_is_no_file_and_no_trace(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);

        (await BeginAsync(core, new CustomerFilter(), "  ", Staff.Maya)).Refusal.ShouldBeOfType<Invalid>().Errors.ShouldHaveSingleItem().Field.ShouldBe(nameof(ExportCustomers.Purpose));

        (await Database.ReadAsync(core, context => context.AuditEvents.CountAsync(Token))).ShouldBe(0);
    }

    [Theory, DatabaseProviders]
    public async Task It_holds_each_customer_of_the_filter_once_with_covered_numbers(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var people = await RegisterEntries.AddAsync(core, Enumerable.Range(0, CustomerReader.MostRows + 5).Select(index => Registrations.Person(1000 + index)));
        await RegisterEntries.AddAsync(core, [Registrations.Business(9302)]);

        var lines = new List<ExportedCustomer>();
        await foreach (var line in core.Get<ExportCustomersHandler>().ReadAsync(new CustomerFilter { Kind = CustomerKind.Person }, Staff.Maya, Token))
        {
            lines.Add(line);
        }

        lines.Select(line => line.Row.Number).ShouldBe(people, ignoreOrder: true);
        lines.ShouldAllBe(line => line.IdentityNumber.StartsWith("****", StringComparison.Ordinal) && line.IdentityNumber.Length == 8);
        lines.ShouldAllBe(line => line.Phone.Length > 0 && line.Address.Length > 0);
    }

    [Theory, DatabaseProviders]
    public async Task Who_may_not_export_reads_nothing_even_past_the_beginning(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        await RegisterEntries.AddAsync(core, [Registrations.Person(9303)]);

        (await core.Get<ExportCustomersHandler>().ReadAsync(new CustomerFilter(), Staff.Dewi, Token).AnyAsync(Token)).ShouldBeFalse();
    }

    private static Task<Result<Guid>> BeginAsync(CoreHost core, CustomerFilter filter, string purpose, Actor actor) =>
        core.Get<ExportCustomersHandler>().BeginAsync(new(filter, purpose), actor, Token);

    private static Task<AuditEvent> LastAsync(CoreHost core) => Database.ReadAsync(core, context => context.AuditEvents.AsNoTracking()
        .Where(item => item.StreamId == PortalAuditStream.TheId).OrderByDescending(item => item.Sequence).FirstAsync(Token));
}
