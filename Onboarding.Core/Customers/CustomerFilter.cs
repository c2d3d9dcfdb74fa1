using Onboarding.Core.Cases;

namespace Onboarding.Core.Customers;

/// <summary>Which customers to show.</summary>
public sealed record CustomerFilter
{
    /// <summary>What was typed: a name or its beginning, a customer, case or service number, or the exact value of an identity number, telephone number or e-mail address.</summary>
    public string? Text { get; init; }

    /// <summary>Only with this status; merged records are shown for their own status alone.</summary>
    public CustomerStatus? Status { get; init; }

    /// <summary>Only persons, or only businesses.</summary>
    public CustomerKind? Kind { get; init; }

    /// <summary>Only who holds, held, or waits for this product.</summary>
    public string? ProductCode { get; init; }

    /// <summary>Only of this province.</summary>
    public string? ProvinceCode { get; init; }

    /// <summary>What was typed may be personal data and is not printed.</summary>
    public override string ToString() => $"{Status} {Kind} {ProductCode} {ProvinceCode}";
}

/// <summary>By what a customer was found.</summary>
public enum FoundBy
{
    /// <summary>Nothing was searched for.</summary>
    List = 0,

    /// <summary>An exact number, telephone number or e-mail address.</summary>
    ExactValue,

    /// <summary>Every word as it is written.</summary>
    Words,

    /// <summary>The beginnings of words.</summary>
    Beginnings,

    /// <summary>Words that sound alike.</summary>
    Sounds,

    /// <summary>The full name of a representative, beneficial owner or contact person.</summary>
    Party,
}

/// <summary>One row of the register.</summary>
/// <param name="Id">The customer.</param>
/// <param name="Number">Its number.</param>
/// <param name="Version">Its version.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Person or business.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="ProvinceCode">Its province; empty when it is not known.</param>
/// <param name="Products">Codes of its products.</param>
/// <param name="CreatedAt">When it was recorded (UTC).</param>
/// <param name="FoundBy">By what it was found.</param>
public sealed record CustomerRow(
    Guid Id, string Number, int Version, string Name, CustomerKind Kind, CustomerStatus Status, string ProvinceCode, IReadOnlyList<string> Products,
    DateTimeOffset CreatedAt, FoundBy FoundBy)
{
    /// <summary>It tells of a person and is not printed.</summary>
    public override string ToString() => Number;
}

/// <summary>Place of a row in the results, to ask for those behind it.</summary>
/// <param name="Tier">By what was being searched.</param>
/// <param name="Word">The word under which it was found.</param>
/// <param name="Name">Its name, as the index sorts it.</param>
/// <param name="Id">The customer.</param>
public sealed record CustomerPlace(FoundBy Tier, string Word, string Name, Guid Id)
{
    /// <summary>It tells of a person and is not printed.</summary>
    public override string ToString() => Tier.ToString();
}

/// <summary>A page of the register.</summary>
/// <param name="Rows">The rows: exact values first, or those to whom a person of this name belongs; then whole words, beginnings, and what sounds alike.</param>
/// <param name="Next">
/// Where to go on, or null at the end. A page may be shorter than asked for, or empty, and still have one: no more than a bounded part of a
/// common word is read at a time.
/// </param>
public sealed record CustomerRows(IReadOnlyList<CustomerRow> Rows, CustomerPlace? Next);
