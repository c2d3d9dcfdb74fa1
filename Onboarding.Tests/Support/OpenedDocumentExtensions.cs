using Onboarding.Core.Cases;

namespace Onboarding.Tests.Support;

/// <summary>Reads what was opened.</summary>
public static class OpenedDocumentExtensions
{
    /// <summary>The whole content; it is closed afterwards.</summary>
    public static async Task<byte[]> ReadAsync(this OpenedDocument document)
    {
        await using var content = document.Content;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return copy.ToArray();
    }
}
