using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Imports;

/// <summary>
/// Finds rows with an identity number that a row above or a known registration has. Only equal numbers are looked for here;
/// with the column in which it stands; likeness of names is searched for when the case is made, as for every registration. It keeps 12 bytes for each number.
/// </summary>
/// <param name="context">The register.</param>
/// <param name="protection">Hashes the numbers.</param>
internal sealed class ImportDuplicates(OnboardingContext context, CaseProtection protection)
{
    private const int MostKnown = 1000;

    private static readonly string[] Numbers =
    [
        nameof(PersonData.Nik), nameof(PersonData.Npwp), nameof(PersonData.PassportNumber), nameof(BusinessData.Nib), nameof(BusinessData.Nitku), nameof(BusinessData.RepresentativeNik),
        nameof(BusinessData.RepresentativePassportNumber),
    ];

    private readonly Dictionary<long, int> _rows = [];

    /// <summary>True when something is wrong with an identity number: two that were damaged alike are not the same person's.</summary>
    public static bool Concerns(ImportFinding finding) => finding.Column is { } column && Numbers.Contains(ImportColumns.Find(column)?.Path);

    /// <summary>The findings about some rows, in their order.</summary>
    /// <param name="rows">Rows with their data in stored form.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ILookup<int, ImportFinding>> FindAsync(IReadOnlyList<(int Row, ApplicantData Data)> rows, CancellationToken cancellationToken)
    {
        var hashes = rows.SelectMany(entry => protection.IdentityKeys(entry.Data), (entry, key) => (entry.Row, Column: ImportColumns.ByPath[key.Field].Name, key.Hash)).ToList();
        var wanted = hashes.Select(entry => entry.Hash).Distinct().ToList();
        var known = (await context.SearchKeys.AsNoTracking()
            .Where(key => wanted.Contains(key.Hash))
            .Join(context.Cases, key => key.CaseId, owner => owner.Id, (key, owner) => new { key.Hash, owner.Number })
            .OrderBy(hit => hit.Number)
            .Take(MostKnown)
            .ToListAsync(cancellationToken)).ToLookup(hit => hit.Hash, hit => hit.Number);
        var findings = new List<(int Row, ImportFinding Finding)>();
        foreach (var (row, column, hash) in hashes)
        {
            if (!_rows.TryAdd(hash, row) && _rows[hash] != row)
            {
                findings.Add((row, ImportFinding.Warning(column, ImportProblemCode.DuplicateInFile, _rows[hash].ToString(CultureInfo.InvariantCulture))));
            }

            findings.AddRange(known[hash].Take(1).Select(number => (row, ImportFinding.Warning(column, ImportProblemCode.KnownAlready, number))));
        }

        return findings.DistinctBy(entry => (entry.Row, entry.Finding.Code, entry.Finding.Arguments[0])).ToLookup(entry => entry.Row, entry => entry.Finding);
    }
}
