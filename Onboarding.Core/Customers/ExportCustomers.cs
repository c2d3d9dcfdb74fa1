using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Customers;

/// <summary>Takes a part of the register out as a file.</summary>
/// <param name="Filter">Which customers.</param>
/// <param name="Purpose">What for; required (UU PDP Pasal 28: processing within its purpose).</param>
public sealed record ExportCustomers(CustomerFilter Filter, string Purpose);

/// <summary>A column of the file.</summary>
public enum CustomerColumn
{
    /// <summary>Customer number.</summary>
    Number = 1,

    /// <summary>Person or business.</summary>
    Kind,

    /// <summary>Name.</summary>
    Name,

    /// <summary>Status.</summary>
    Status,

    /// <summary>Identity number, covered but for its last four signs.</summary>
    IdentityNumber,

    /// <summary>NPWP, covered in the same way.</summary>
    TaxNumber,

    /// <summary>Telephone.</summary>
    Phone,

    /// <summary>E-mail.</summary>
    Email,

    /// <summary>Main address.</summary>
    Address,

    /// <summary>Products.</summary>
    Products,

    /// <summary>When recorded.</summary>
    CreatedAt,
}

/// <summary>A customer as it stands in the file.</summary>
/// <param name="Row">The row of the register.</param>
/// <param name="IdentityNumber">Covered.</param>
/// <param name="TaxNumber">Covered.</param>
/// <param name="Phone">Telephone in E.164.</param>
/// <param name="Email">E-mail.</param>
/// <param name="Address">Main address on one line.</param>
public sealed record ExportedCustomer(CustomerRow Row, string IdentityNumber, string TaxNumber, string Phone, string Email, string Address)
{
    /// <summary>It tells of a person and is not printed.</summary>
    public override string ToString() => Row.Number;
}

/// <summary>Handles <see cref="ExportCustomers"/>: said to the audit trail before the first line is read, and again with the number of lines.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="reader">Finds the customers.</param>
/// <param name="protection">Opens their records.</param>
/// <param name="clock">Clock.</param>
public sealed class ExportCustomersHandler(
    UnitOfWork unitOfWork, OnboardingContextFactory contexts, CustomerReader reader, CustomerProtection protection, TimeProvider clock) : IUseCase
{
    /// <summary>Begins an export: answers its id, which the end carries as well.</summary>
    public Task<Result<Guid>> BeginAsync(ExportCustomers command, Actor actor, CancellationToken cancellationToken) => unitOfWork.WriteAsync<Guid>(
        async scope =>
        {
            if (!actor.HasAny(CustomerAccess.Exporters))
            {
                return new NotAllowed(RefusalCode.RoleNotAllowed);
            }

            if (FreeText.Refuse(nameof(ExportCustomers.Purpose), command.Purpose, isRequired: true) is { } invalid)
            {
                return invalid;
            }

            var id = SequentialId.New(clock);
            var filter = command.Filter;

            // What was searched for may be somebody's number: the trail says that there was such a word, not which.
            var details = JsonSerializer.Serialize(new
            {
                export = id.ToString("N"),
                status = filter.Status?.ToString(),
                kind = filter.Kind?.ToString(),
                product = filter.ProductCode,
                province = filter.ProvinceCode,
                searched = FreeText.CleanOrNull(filter.Text) is not null,
                columns = Enum.GetNames<CustomerColumn>(),
            });
            await scope.RecordAsync(
                new AuditEntry("Customer.Export") { Reason = FreeText.Clean(command.Purpose), Details = details }, actor, SequentialId.New(clock), Instant.Now(clock), cancellationToken);
            return id;
        },
        cancellationToken);

    /// <summary>Ends an export.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="rows">Lines that were written.</param>
    /// <param name="isComplete">False when the receiver went away before the end.</param>
    /// <param name="actor">Who exported.</param>
    /// <param name="cancellationToken">Cancels until the commit.</param>
    public Task<Result<Done>> EndAsync(Guid id, int rows, bool isComplete, Actor actor, CancellationToken cancellationToken) => unitOfWork.WriteAsync<Done>(
        async scope =>
        {
            if (!actor.HasAny(CustomerAccess.Exporters))
            {
                return new NotAllowed(RefusalCode.RoleNotAllowed);
            }

            var details = JsonSerializer.Serialize(new { export = id.ToString("N"), rows, complete = isComplete });
            await scope.RecordAsync(new AuditEntry("Customer.ExportEnd") { Details = details }, actor, SequentialId.New(clock), Instant.Now(clock), cancellationToken);
            return Done.Instance;
        },
        cancellationToken);

    /// <summary>The customers of an export that was begun, a page at a time: no more than one page is in memory.</summary>
    public async IAsyncEnumerable<ExportedCustomer> ReadAsync(CustomerFilter filter, Actor actor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CustomerPlace? place = null;
        while (actor.HasAny(CustomerAccess.Exporters))
        {
            var page = await reader.PageAsync(filter, place, CustomerReader.MostRows, cancellationToken);
            foreach (var line in await OpenAsync(page.Rows, cancellationToken))
            {
                yield return line;
            }

            if (page.Next is not { } next)
            {
                yield break;
            }

            place = next;
        }
    }

    private async Task<IReadOnlyList<ExportedCustomer>> OpenAsync(IReadOnlyList<CustomerRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.Id).ToList();
        await using var context = contexts.CreateDbContext();
        var records = await context.Customers.AsNoTracking().Where(item => ids.Contains(item.Id))
            .Select(item => new { item.Id, item.ProtectedData }).ToDictionaryAsync(item => item.Id, item => item.ProtectedData, cancellationToken);
        return [.. rows.Where(row => records.ContainsKey(row.Id)).Select(row => Open(row, protection.Open(row.Id, records[row.Id]).Data))];
    }

    private static ExportedCustomer Open(CustomerRow row, ApplicantData data)
    {
        var (identity, tax) = data switch
        {
            PersonData person => (string.IsNullOrEmpty(person.Nik) ? person.PassportNumber : person.Nik, person.Npwp),
            BusinessData business => (business.Nib, business.Npwp),
            _ => (null, null),
        };
        return new ExportedCustomer(
            row, RecordValue.Mask(identity ?? string.Empty), RecordValue.Mask(tax ?? string.Empty), data.Phone, data.Email,
            RecordSheet.Text(data, nameof(ApplicantData.Address)));
    }
}
