namespace Onboarding.Portal.Components.Controls;

/// <summary>Ids for elements that name each other (<c>aria-labelledby</c>, <c>for</c>).</summary>
internal static class ElementId
{
    private static long _last;

    /// <summary>An id that no other element of this process has. It says nothing about the content.</summary>
    /// <param name="prefix">A word that makes the id readable in the browser's tools.</param>
    public static string Next(string prefix) => $"{prefix}-{Interlocked.Increment(ref _last):x}";
}
