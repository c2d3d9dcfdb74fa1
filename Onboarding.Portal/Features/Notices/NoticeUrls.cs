namespace Onboarding.Portal.Features.Notices;

/// <summary>The addresses of a person's notices, built in one place.</summary>
public static class NoticeUrls
{
    /// <summary>What happened while away.</summary>
    public const string List = "/notices";

    /// <summary>Only what is unread, asked for in the address.</summary>
    public const string UnreadParameter = "unread";

    /// <summary>How the person wants to be told.</summary>
    public const string Preferences = "/notices/preferences";

    private static readonly string[] Subjects = ["cases", "customers"];

    /// <summary>The list of what is unread.</summary>
    public static string Unread => $"{List}?{UnreadParameter}=true";

    /// <summary>The case or customer that a page is about, or null: whoever opens it knows what there was to tell.</summary>
    /// <param name="path">The address below the portal's root, without a slash before it.</param>
    public static string? SubjectOf(string path)
    {
        string[] parts = path.Split('?', '#')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts is [var area, var number, ..] && Subjects.Contains(area, StringComparer.OrdinalIgnoreCase) ? Uri.UnescapeDataString(number) : null;
    }
}
