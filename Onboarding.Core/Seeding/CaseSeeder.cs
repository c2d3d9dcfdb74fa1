using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Customers;
using Onboarding.Core.Documents;
using Onboarding.Core.Persistence;
using Onboarding.Core.Protection;
using Onboarding.Core.Queues;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Seeding;

/// <summary>
/// Fills a database with invented cases in every status, with audit trails that verify, work items that are due or late,
/// and numbers without gaps. For demonstrations and load tests; never for data of people.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="protection">Encrypts.</param>
/// <param name="recording">Makes customers.</param>
/// <param name="index">What customers are found by.</param>
/// <param name="keys">The master keys.</param>
/// <param name="storage">Keeps the pictures.</param>
/// <param name="products">The privacy policy.</param>
/// <param name="rules">Working hours, periods and the rules of stage 2.</param>
/// <param name="figures">Counts what was written.</param>
/// <param name="clock">Clock.</param>
public sealed class CaseSeeder(
    OnboardingContextFactory contexts,
    CaseProtection protection,
    CustomerRecording recording,
    CustomerSearchIndex index,
    MasterKeyRing keys,
    IDocumentStorage storage,
    ProductReader products,
    CaseRulesProvider rules,
    RebuildFiguresHandler figures,
    TimeProvider clock)
{
    private const int BatchSize = 500;

    /// <summary>True when there is no case yet.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return !await context.Cases.AnyAsync(cancellationToken);
    }

    /// <summary>Makes the cases, batch by batch: what was reported is in the database.</summary>
    public async Task<Seeded> SeedAsync(SeedSettings settings, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        var world = new SeedWorld(protection, recording, await rules.GetAsync(cancellationToken), await products.PrivacyPolicyAsync(cancellationToken), await ProductsAsync(cancellationToken), new SeedCast(settings.Staff), now);
        var plans = SeedPlan.Make(settings.Cases, settings.Seed, now);
        var withPictures = plans.Count - settings.CasesWithPictures;
        long rows = 0;
        for (var first = 0; first < plans.Count; first += BatchSize)
        {
            var batch = plans.Skip(first).Take(BatchSize).Select((plan, offset) => (plan, HasPictures: first + offset >= withPictures)).ToList();
            rows += await WriteAsync(world, settings.Seed, batch, cancellationToken);
            progress?.Report(Math.Min(first + BatchSize, plans.Count));
        }

        // The stories are written past the write path, so the figures are counted once at the end.
        await figures.HandleAsync(Actor.System("Seed"), cancellationToken);
        return new Seeded(plans.Count, rows);
    }

    private async Task<IReadOnlyDictionary<string, Product>> ProductsAsync(CancellationToken cancellationToken) =>
        (await products.AllAsync(cancellationToken)).ToDictionary(product => product.Code);

    private async Task<long> WriteAsync(SeedWorld world, int seed, List<(SeedPlan Plan, bool HasPictures)> batch, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var numbers = await SeedNumbers.LockAsync(context, cancellationToken);
        var stories = new List<SeedStory>(batch.Count);
        foreach (var (plan, hasPictures) in batch)
        {
            // Chance is for variety here, not for secrets.
            var random = new Random(unchecked((seed * 397) ^ plan.Index));
            var date = world.Policy.DateAt(plan.StartedAt);
            var data = SeedPeople.Create(random, plan.Index, date);
            var documents = await DocumentsAsync(plan, data, hasPictures, cancellationToken);
            var number = new CaseNumber(date.Year, numbers.Next(CaseNumber.Series(date.Year)));
            var story = SeedStory.Tell(world, plan, random, data, number, documents, numbers);
            if (!hasPictures)
            {
                story.LeaveUnproved();
            }

            stories.Add(story);
        }

        var rows = await WriteAsync(new BulkWriter(context), stories, cancellationToken);
        await numbers.SaveAsync(context, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return rows;
    }

    private async Task<long> WriteAsync(BulkWriter writer, List<SeedStory> stories, CancellationToken cancellationToken)
    {
        var cases = stories.ConvertAll(story => story.Case);
        long rows = await writer.WriteAsync(cases, cancellationToken);
        rows += await writer.WriteAsync([.. cases.SelectMany(item => item.WorkItems)], cancellationToken);
        rows += await writer.WriteAsync([.. cases.SelectMany(item => item.Documents)], cancellationToken);
        rows += await writer.WriteAsync([.. cases.SelectMany(item => item.Ticks)], cancellationToken);
        rows += await writer.WriteAsync([.. cases.SelectMany(item => item.Checks)], cancellationToken);
        rows += await writer.WriteAsync([.. cases.SelectMany(item => item.Reentries)], cancellationToken);
        rows += await writer.WriteAsync([.. cases.SelectMany(item => item.Clarifications)], cancellationToken);
        rows += await writer.WriteAsync([.. cases.SelectMany(item => item.Clarifications).SelectMany(round => round.Items)], cancellationToken);
        rows += await writer.WriteAsync([.. cases.SelectMany(item => item.Contacts)], cancellationToken);
        rows += await writer.WriteAsync([.. cases.SelectMany(item => item.Decisions)], cancellationToken);
        rows += await writer.WriteAsync([.. cases.SelectMany(item => item.Objections)], cancellationToken);
        rows += await writer.WriteAsync([.. cases.SelectMany(item => item.FollowUps)], cancellationToken);
        rows += await writer.WriteAsync([.. cases.SelectMany(item => item.Participations)], cancellationToken);
        rows += await writer.WriteAsync([.. cases.SelectMany(item => item.Consents)], cancellationToken);
        rows += await writer.WriteAsync([.. cases.SelectMany(item => item.NewSearchKeys ?? [])], cancellationToken);
        rows += await writer.WriteAsync([.. cases.SelectMany(CaseWords.Of)], cancellationToken);
        rows += await writer.WriteAsync([.. cases.Select(item => item.Feedback).OfType<Feedback>()], cancellationToken);
        rows += await writer.WriteAsync([.. stories.SelectMany(story => story.Events)], cancellationToken);
        rows += await writer.WriteAsync([.. stories.SelectMany(story => story.Messages)], cancellationToken);
        var customers = stories.Select(story => story.Customer).OfType<Customer>().ToList();
        rows += await writer.WriteAsync(customers, cancellationToken);
        rows += await writer.WriteAsync([.. customers.SelectMany(item => item.Products)], cancellationToken);
        var found = stories.Where(story => story.Customer is not null).Select(story => index.First(story.Customer!, story.Record!)).ToList();
        rows += await writer.WriteAsync([.. found.SelectMany(entry => entry.Words)], cancellationToken);
        rows += await writer.WriteAsync([.. found.SelectMany(entry => entry.Keys)], cancellationToken);
        return rows + await writer.WriteAsync([.. stories.Select(story => story.Service).OfType<Stages.Stage4Approval.LocalService>()], cancellationToken);
    }

    private async Task<IReadOnlyList<(DocumentKind Kind, StoredDocument Stored)>> DocumentsAsync(
        SeedPlan plan, ApplicantData data, bool hasPictures, CancellationToken cancellationToken)
    {
        var at = new SeedClock { Now = plan.StartedAt };
        var documents = new List<(DocumentKind, StoredDocument)>();
        foreach (var (_, kind) in CompletenessChecklist.RequiredDocuments(data))
        {
            documents.Add((kind, hasPictures ? await PictureAsync(SequentialId.New(at), plan.Index + (int)kind, cancellationToken) : Entry(SequentialId.New(at))));
        }

        return documents;
    }

    private async Task<StoredDocument> PictureAsync(Guid id, int number, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(SeedPicture.Draw(number));
        return (await storage.StoreAsync(id, content, cancellationToken)).Value;
    }

    // The entry of a document whose file is not there.
    private StoredDocument Entry(Guid id) =>
        new(id, DocumentType.Png, 1024, RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes), keys.ActiveKeyId, RandomNumberGenerator.GetBytes(StoredDocument.WrappedKeySize));
}
