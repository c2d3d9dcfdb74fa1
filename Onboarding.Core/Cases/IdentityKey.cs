namespace Onboarding.Core.Cases;

/// <summary>What a keyed hash stands for; used to find the same person or business again without storing the number.</summary>
public enum IdentityKeyKind
{
    /// <summary>NIK of a person. A business's representative is not the customer and is not searched for.</summary>
    Nik = 1,

    /// <summary>NPWP.</summary>
    Npwp,

    /// <summary>NIB.</summary>
    Nib,

    /// <summary>Passport number with its country.</summary>
    Passport,

    /// <summary>Mobile number in E.164.</summary>
    Phone,

    /// <summary>E-mail address.</summary>
    Email,

    /// <summary>Normalised name with birth date.</summary>
    NameAndBirthDate,
}

/// <summary>A keyed hash of one identifying value of a case.</summary>
public sealed class IdentityKey
{
    private IdentityKey()
    {
    }

    internal IdentityKey(Guid caseId, IdentityKeyKind kind, byte[] hash)
    {
        CaseId = caseId;
        Kind = kind;
        Hash = hash;
    }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>What the hash stands for.</summary>
    public IdentityKeyKind Kind { get; private set; }

    /// <summary>HMAC-SHA-256 of the value, 32 bytes.</summary>
    public byte[] Hash { get; private set; } = [];
}
