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

    /// <summary>Every font with its type and whether it is embedded, as pdffonts says.</summary>
    public static async Task<IReadOnlyList<(string Name, string Type, bool IsEmbedded)>> FontsAsync(byte[] file) =>
        [.. (await RunAsync("pdffonts", file, "-")).Split('\n').Skip(2).Where(line => line.Length > 71)
            .Select(line => (line[..37].Trim(), line[37..55].Trim(), line[72..75].Trim() == "yes"))];

    /// <summary>What qpdf finds wrong; empty when the file is sound.</summary>
    public static async Task<string> FaultsAsync(byte[] file)
    {
        Assert.SkipUnless(IsInstalled("qpdf"), "no qpdf: it is not installed");
        using Support.TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "file.pdf");
        await File.WriteAllBytesAsync(path, file);
        ProcessStartInfo start = new("qpdf", ["--check", path]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        string faults = await process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? faults.Trim() : $"{process.ExitCode}: {faults}";
    }

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
