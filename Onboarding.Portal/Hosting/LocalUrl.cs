namespace Onboarding.Portal.Hosting;

/// <summary>Tells addresses of this portal from addresses elsewhere, so that nobody is led away by a link to us.</summary>
internal static class LocalUrl
{
    /// <summary>The address if it is a path of this portal, else <paramref name="otherwise"/>.</summary>
    public static string Or(string? url, string otherwise) => IsLocal(url) ? url! : otherwise;

    /// <summary>
    /// Whether the address is a path of this portal: it starts with one slash. Two slashes, or a slash and a backslash,
    /// are another host to a browser; a control character is dropped by browsers and could hide either.
    /// </summary>
    public static bool IsLocal(string? url) =>
        url is ['/', ..]
        && !(url.Length > 1 && url[1] is '/' or '\\')
        && !url.Any(char.IsControl);
}
