using Onboarding.Core.Catalog;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>
/// A category of rejection that an administrator keeps (SOP stage 4): what staff choose, and the words with which the
/// applicant is told. Decisions name it by its code, so a category is switched off and never removed.
/// </summary>
public sealed class RejectionReason
{
    /// <summary>The greatest length of <see cref="Code"/>.</summary>
    public const int CodeMaxLength = 40;

    /// <summary>The greatest length of a name.</summary>
    public const int NameMaxLength = 120;

    /// <summary>The greatest length of a text.</summary>
    public const int TextMaxLength = 2000;

    /// <summary>The greatest length of <see cref="LegalGround"/>.</summary>
    public const int GroundMaxLength = 200;

    private RejectionReason()
    {
    }

    internal RejectionReason(string code) => Code = code;

    /// <summary>The key: capital letters, digits and underscores.</summary>
    public string Code { get; private set; } = string.Empty;

    /// <summary>Place in the list, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>Name in Bahasa Indonesia.</summary>
    public string NameIndonesian { get; private set; } = string.Empty;

    /// <summary>Name in English.</summary>
    public string NameEnglish { get; private set; } = string.Empty;

    /// <summary>What the applicant is told, in Bahasa Indonesia; the supervisor may change it for a case.</summary>
    public string TextIndonesian { get; private set; } = string.Empty;

    /// <summary>What the applicant is told, in English.</summary>
    public string TextEnglish { get; private set; } = string.Empty;

    /// <summary>The rule of law or of the company on which it rests, for staff; or null.</summary>
    public string? LegalGround { get; private set; }

    /// <summary>Whether it can be chosen.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Counts its changes, from 1: whoever read an earlier one does not overwrite it.</summary>
    public int Version { get; private set; }

    /// <summary>The name in both languages.</summary>
    public LocalText Name => new(NameIndonesian, NameEnglish);

    /// <summary>What the applicant is told, in both languages.</summary>
    public LocalText Text => new(TextIndonesian, TextEnglish);

    internal void Change(int position, LocalText name, LocalText text, string? legalGround, bool isActive)
    {
        Position = position;
        (NameIndonesian, NameEnglish) = (name.Indonesian.Trim(), name.English.Trim());
        (TextIndonesian, TextEnglish) = (text.Indonesian.Trim(), text.English.Trim());
        LegalGround = string.IsNullOrWhiteSpace(legalGround) ? null : legalGround.Trim();
        IsActive = isActive;
        Version++;
    }
}
