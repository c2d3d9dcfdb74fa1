using System.Runtime.InteropServices;

namespace Onboarding.Core.Matching;

/// <summary>What one pair of values contributes to a score.</summary>
/// <param name="Reason">The reason to show, or null when there is none or it speaks against a match.</param>
/// <param name="Points">Points, negative when it speaks against a match.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Evidence(MatchReason? Reason, int Points)
{
    private const int NikLength = 16;
    private const int NikSerialFrom = 12;
    private const int ShortestMailbox = 6;

    // Mailboxes of offices that thousands have.
    private static readonly HashSet<string> SharedMailboxes = new(StringComparer.Ordinal)
    {
        "OFFICE", "KANTOR", "FINANCE", "KEUANGAN", "MARKETING", "CONTACT", "SERVICE", "SUPPORT", "PURCHASING", "ACCOUNTING", "CUSTOMER", "LAYANAN",
    };

    /// <summary>Two birth dates.</summary>
    public static Evidence OfBirth(DateOnly? one, DateOnly? other)
    {
        if (one is not { } mine || other is not { } theirs)
        {
            return default;
        }

        if (mine == theirs)
        {
            return new Evidence(MatchReason.SameBirthDate, 27);
        }

        if (mine.Year == theirs.Year && mine.Day == theirs.Month && mine.Month == theirs.Day)
        {
            return new Evidence(MatchReason.BirthDateSwapped, 20);
        }

        var equalParts = (mine.Day == theirs.Day ? 1 : 0) + (mine.Month == theirs.Month ? 1 : 0) + (mine.Year == theirs.Year ? 1 : 0);
        return equalParts == 2 ? new Evidence(MatchReason.BirthDateAlmostSame, 10) : new Evidence(null, -20);
    }

    /// <summary>Two NIK that are not equal. Twins have neighbouring serial numbers, so a difference there alone tells little.</summary>
    public static Evidence OfNik(string one, string other)
    {
        if (one.Length != NikLength || other.Length != NikLength || one == other)
        {
            return default;
        }

        if (!AlmostSame(one, other, mostDifferent: 2))
        {
            return new Evidence(null, -6);
        }

        return new Evidence(MatchReason.NikAlmostSame, one.AsSpan(0, NikSerialFrom).SequenceEqual(other.AsSpan(0, NikSerialFrom)) ? 8 : 20);
    }

    /// <summary>Two telephone numbers.</summary>
    public static Evidence OfPhone(string one, string other, int points)
    {
        if (one.Length == 0 || other.Length == 0)
        {
            return default;
        }

        return one == other ? new Evidence(MatchReason.SamePhone, points)
            : AlmostSame(one, other, mostDifferent: 1) ? new Evidence(MatchReason.PhoneAlmostSame, points / 3)
            : default;
    }

    /// <summary>Two e-mail addresses.</summary>
    public static Evidence OfEmail(string one, string other, int points)
    {
        if (one.Length == 0 || other.Length == 0)
        {
            return default;
        }

        if (one == other)
        {
            return new Evidence(MatchReason.SameEmail, points);
        }

        var (mine, theirs) = (Mailbox(one), Mailbox(other));
        return mine.Length > 0 && mine == theirs ? new Evidence(MatchReason.EmailAlmostSame, points / 3) : default;
    }

    /// <summary>The nearest of the addresses of two applicants.</summary>
    public static Evidence OfPlace(MatchProfile one, MatchProfile other)
    {
        var nearest =
            from mine in Places(one)
            from theirs in Places(other)
            select MatchAddress.Compare(mine, theirs);
        return nearest.Max() switch
        {
            AddressAgreement.Same => new Evidence(MatchReason.SameAddress, 12),
            AddressAgreement.Close => new Evidence(MatchReason.AddressClose, 4),
            AddressAgreement.None => default,
        };
    }

    /// <summary>The part of an address before the @ without what follows a plus and without dots; empty when thousands share it.</summary>
    public static string Mailbox(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        var mailbox = (at < 0 ? email : email[..at]).Split('+')[0].Replace(".", string.Empty, StringComparison.Ordinal);
        return mailbox.Length < ShortestMailbox || SharedMailboxes.Contains(mailbox) ? string.Empty : mailbox;
    }

    private static MatchAddress[] Places(MatchProfile profile) => profile.Domicile is { } domicile ? [profile.Address, domicile] : [profile.Address];

    // Digits that differ at their place, or two neighbours that changed places.
    private static bool AlmostSame(string one, string other, int mostDifferent)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        var different = Enumerable.Range(0, one.Length).Where(index => one[index] != other[index]).Take(mostDifferent + 2).ToList();
        return different.Count <= mostDifferent
            || (different is [var first, var second] && second == first + 1 && one[first] == other[second] && one[second] == other[first]);
    }
}
