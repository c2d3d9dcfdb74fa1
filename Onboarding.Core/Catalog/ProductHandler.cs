using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Catalog;

/// <summary>A new product with its first brochure.</summary>
/// <param name="ProductCode">Its code: capital letters, digits and hyphens.</param>
/// <param name="Content">What the brochure says.</param>
/// <param name="ValidFrom">From when (UTC); null for at once.</param>
public sealed record CreateProduct(string ProductCode, BrochureContent Content, DateTimeOffset? ValidFrom);

/// <summary>A new version of a brochure, or another wording of one that nobody has been shown yet.</summary>
/// <param name="Code">The product.</param>
/// <param name="SeenVersion">The newest version when the editor read it: somebody else's newer one is not overwritten.</param>
/// <param name="SeenHash">Its hash then.</param>
/// <param name="Content">What it says.</param>
/// <param name="ValidFrom">From when (UTC); null for at once.</param>
public sealed record PublishBrochure(string Code, int SeenVersion, byte[] SeenHash, BrochureContent Content, DateTimeOffset? ValidFrom);

/// <summary>One product as the administrator sees it.</summary>
/// <param name="Code">Code.</param>
/// <param name="IsOffered">Whether new registrations are taken.</param>
/// <param name="Brochures">Every version, newest first.</param>
public sealed record ProductHistory(string Code, bool IsOffered, IReadOnlyList<Brochure> Brochures);

/// <summary>Keeps the catalogue: products, their brochures and requirements. Every change is an event of the portal's audit trail.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="clock">Clock.</param>
public sealed partial class ProductHandler(UnitOfWork unitOfWork, OnboardingContextFactory contexts, TimeProvider clock) : IUseCase
{
    /// <summary>Every product with every version of its brochure.</summary>
    public async Task<IReadOnlyList<ProductHistory>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var entries = await context.Products.AsNoTracking().OrderBy(entry => entry.Code).ToListAsync(cancellationToken);
        var brochures = (await context.Brochures.AsNoTracking().OrderByDescending(brochure => brochure.Version).ToListAsync(cancellationToken))
            .ToLookup(brochure => brochure.ProductCode);
        return [.. entries.Select(entry => new ProductHistory(entry.Code, entry.IsOffered, [.. brochures[entry.Code]]))];
    }

    /// <summary>Adds a product. It is not offered until somebody says so.</summary>
    public Task<Result<Done>> CreateAsync(CreateProduct command, Actor actor, CancellationToken cancellationToken) =>
        WriteAsync(actor, async (scope, now) =>
        {
            if (!CodeForm().IsMatch(command.ProductCode))
            {
                return new Invalid(nameof(CreateProduct.ProductCode), command.ProductCode.Length == 0 ? InputProblem.Required : InputProblem.NotWellFormed);
            }

            if (await scope.Context.Products.AnyAsync(entry => entry.Code == command.ProductCode, cancellationToken))
            {
                return new Invalid(nameof(CreateProduct.ProductCode), InputProblem.MustDiffer);
            }

            var content = BrochureRules.Clean(command.Content);
            if (Refuse(content, command.ValidFrom, now) is { } refusal)
            {
                return refusal;
            }

            scope.Context.Products.Add(new ProductEntry(command.ProductCode, isOffered: false));
            var brochure = new Brochure(command.ProductCode, 1, content, command.ValidFrom ?? now, actor.Id, actor.Name, now);
            scope.Context.Brochures.Add(brochure);
            await RecordAsync(scope, "Product.Create", actor, now, brochure, cancellationToken);
            return null;
        }, cancellationToken);

    /// <summary>Publishes what a brochure says from an instant on. A version that is in effect stays as it was; the next number says the new.</summary>
    public Task<Result<Done>> PublishAsync(PublishBrochure command, Actor actor, CancellationToken cancellationToken) =>
        WriteAsync(actor, async (scope, now) =>
        {
            var newest = await scope.Context.Brochures
                .Where(brochure => brochure.ProductCode == command.Code)
                .OrderByDescending(brochure => brochure.Version)
                .FirstOrDefaultAsync(cancellationToken);
            if (newest is null)
            {
                return new NotFound(RefusalCode.RecordNotFound);
            }

            if (newest.Version != command.SeenVersion || !newest.Hash.AsSpan().SequenceEqual(command.SeenHash))
            {
                return new Conflict(RefusalCode.VersionConflict);
            }

            var content = BrochureRules.Clean(command.Content);
            if (Refuse(content, command.ValidFrom, now) is { } refusal)
            {
                return refusal;
            }

            if (newest.ValidFrom > now)
            {
                newest.Rewrite(content, command.ValidFrom ?? now, actor, now);
            }
            else
            {
                newest = new Brochure(command.Code, newest.Version + 1, content, command.ValidFrom ?? now, actor.Id, actor.Name, now);
                scope.Context.Brochures.Add(newest);
            }

            await RecordAsync(scope, "Product.PublishBrochure", actor, now, newest, cancellationToken);
            return null;
        }, cancellationToken);

    /// <summary>Offers a product, or takes it from the offer. Cases that are under way go on.</summary>
    public Task<Result<Done>> OfferAsync(string code, bool isOffered, Actor actor, CancellationToken cancellationToken) =>
        WriteAsync(actor, async (scope, now) =>
        {
            var entry = await scope.Context.Products.SingleOrDefaultAsync(item => item.Code == code, cancellationToken);
            if (entry is null)
            {
                return new NotFound(RefusalCode.RecordNotFound);
            }

            entry.Offer(isOffered);
            var action = new AuditEntry(isOffered ? "Product.Offer" : "Product.Withdraw") { Details = $$"""{"product":"{{code}}"}""" };
            await scope.RecordAsync(action, actor, SequentialId.New(clock), now, cancellationToken);
            return null;
        }, cancellationToken);

    private static Invalid? Refuse(BrochureContent content, DateTimeOffset? validFrom, DateTimeOffset now)
    {
        List<FieldError> errors = [.. BrochureRules.Check(content)];
        if (validFrom < now)
        {
            errors.Add(new FieldError(nameof(PublishBrochure.ValidFrom), InputProblem.DateInPast));
        }

        return errors.Count == 0 ? null : new Invalid(errors);
    }

    private async Task<Result<Done>> WriteAsync(
        Actor actor, Func<WriteScope, DateTimeOffset, Task<Refusal?>> change, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.Administrator))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        return await unitOfWork.WriteAsync<Done>(
            async scope => await change(scope, Instant.Now(clock)) is { } refusal ? refusal : Done.Instance, cancellationToken);
    }

    private Task RecordAsync(WriteScope scope, string action, Actor actor, DateTimeOffset now, Brochure brochure, CancellationToken cancellationToken)
    {
        var details = $$"""{"product":"{{brochure.ProductCode}}","version":{{brochure.Version}},"from":"{{brochure.ValidFrom:O}}","sha256":"{{Convert.ToHexStringLower(brochure.Hash)}}"}""";
        return scope.RecordAsync(new AuditEntry(action) { Details = details }, actor, SequentialId.New(clock), now, cancellationToken);
    }

    [GeneratedRegex("^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*$(?<=^.{3,40})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeForm();
}
