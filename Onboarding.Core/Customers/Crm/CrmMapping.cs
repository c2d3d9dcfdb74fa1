namespace Onboarding.Core.Customers.Crm;

/// <summary>What is wrong with an entry of the mapping.</summary>
public enum CrmMappingFault
{
    /// <summary>The register has no such field.</summary>
    UnknownField = 1,

    /// <summary>The name in the CRM is missing, or is not made of letters, digits, <c>_</c>, <c>-</c> and dots.</summary>
    NameNotWellFormed,

    /// <summary>Two fields would go under one name.</summary>
    NameTaken,
}

/// <summary>A fault of the mapping.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Field">The field as it was given.</param>
public sealed record CrmMappingProblem(CrmMappingFault Fault, string Field);

/// <summary>A field that is sent.</summary>
/// <param name="Field">Its name here, see <see cref="CrmFields"/>.</param>
/// <param name="There">Its name in the CRM.</param>
public sealed record CrmMappedField(string Field, string There);

/// <summary>Which fields of a customer record go to the external CRM, and under which names. What is not mapped is not sent (UU PDP Pasal 16: limited and specific).</summary>
public sealed class CrmMapping
{
    private const int LongestName = 60;

    private CrmMapping(IReadOnlyList<CrmMappedField> fields) => Fields = fields;

    /// <summary>Nothing is mapped: only number, version and status are sent.</summary>
    public static CrmMapping Empty { get; } = new([]);

    /// <summary>The fields, in the order of their names in the CRM.</summary>
    public IReadOnlyList<CrmMappedField> Fields { get; }

    /// <summary>Reads a mapping.</summary>
    /// <param name="entries">Field here, and its name in the CRM.</param>
    /// <param name="problems">Every fault; empty when the mapping can be used.</param>
    public static CrmMapping Read(IEnumerable<KeyValuePair<string, string?>> entries, out IReadOnlyList<CrmMappingProblem> problems)
    {
        var fields = new List<CrmMappedField>();
        var found = new List<CrmMappingProblem>();
        foreach (var (field, there) in entries)
        {
            CrmMappingFault? fault = (CrmFields.Find(field), there) switch
            {
                (null, _) => CrmMappingFault.UnknownField,
                (_, null) => CrmMappingFault.NameNotWellFormed,
                (_, { } name) when !IsName(name) => CrmMappingFault.NameNotWellFormed,
                (_, { } name) when fields.Exists(known => known.There == name) => CrmMappingFault.NameTaken,
                _ => null,
            };
            if (fault is { } wrong)
            {
                found.Add(new CrmMappingProblem(wrong, field));
            }
            else
            {
                fields.Add(new CrmMappedField(CrmFields.Find(field)!, there!));
            }
        }

        problems = found;
        return new CrmMapping([.. fields.OrderBy(field => field.There, StringComparer.Ordinal)]);
    }

    private static bool IsName(string name) =>
        name is { Length: > 0 and <= LongestName } && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '-' or '.');
}
