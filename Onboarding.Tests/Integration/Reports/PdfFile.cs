using System.Diagnostics;

namespace Onboarding.Tests.Integration.Reports;

/// <summary>Reads a PDF file back with the programs of poppler-utils; a test that needs one that is absent is skipped.</summary>
internal static class PdfFile
{
    /// <summary>The text, page by page, in the layout of the page.</summary>
    public static async Task<IReadOnlyList<string>> PagesAsync(byte[] file)
    {
        string text = await RunAsync("pdftotext", file, "-layout", "-", "-");
        return [.. text.Split('\f').Where(page => page.Trim().Length > 0)];
    }

    /// <summary>All words, each line break and run of spaces as one space.</summary>
    public static async Task<string> WordsAsync(byte[] file) =>
        string.Join(' ', (await RunAsync("pdftotext", file, "-", "-")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>All characters without white space: what is looked for may have wrapped anywhere.</summary>
    public static async Task<string> CharactersAsync(byte[] file) =>
        (await WordsAsync(file)).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Title, tags, pages and so on.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> InfoAsync(byte[] file) =>
        (await RunAsync("pdfinfo", file, "-"))
            .Split('\n')
            .Select(line => line.Split(':', 2))
            .Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0].Trim(), parts => parts[1].Trim(), StringComparer.Ordinal);

    private static async Task<string> RunAsync(string program, byte[] input, params string[] arguments)
    {
        Assert.SkipUnless(IsInstalled(program), $"no {program}: poppler-utils is not installed");
        ProcessStartInfo start = new(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
        return await output;
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
