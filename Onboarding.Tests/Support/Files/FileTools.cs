using Onboarding.Core.Tools;

namespace Onboarding.Tests.Support.Files;

/// <summary>Lets the installed tools make the files that a test cannot make by hand. Skips the test where a tool is absent.</summary>
public static class FileTools
{
    private static readonly ToolRunner Runner = new(new ToolSettings { Folder = Path.Combine(Path.GetTempPath(), $"onboarding-files-{Environment.ProcessId}") });

    /// <summary>Skips the test, with the reason, when a tool that it needs is not installed.</summary>
    public static void Require(params ExternalTool[] tools)
    {
        foreach (var tool in tools)
        {
            Assert.SkipUnless(Runner.Has(tool), $"{tool.ProgramName()} is not installed.");
        }
    }

    /// <summary>Lets libvips make another file of a PNG.</summary>
    /// <param name="png">The picture.</param>
    /// <param name="result">Name of the result with the options of its saver, as in <c>out.jpg[Q=90]</c>.</param>
    /// <param name="operation">Operation and its further arguments.</param>
    public static Task<byte[]> VipsAsync(byte[] png, string result, params string[] operation) => MakeAsync(
        ExternalTool.Vips, png, result.Split('[')[0], operation.Length == 0 ? ["pngload", "in", result] : [operation[0], "in", result, .. operation[1..]]);

    /// <summary>Lets qpdf make another PDF of one.</summary>
    public static Task<byte[]> QpdfAsync(byte[] pdf, params string[] options) => MakeAsync(ExternalTool.Qpdf, pdf, "out.pdf", [.. options, "in", "out.pdf"]);

    /// <summary>Lets libvips draw lines of text, black on white, turned to the right by so many degrees.</summary>
    public static async Task<byte[]> VipsTextAsync(string text, int turned = 0)
    {
        Require(ExternalTool.Vips);
        using var folder = Runner.OpenFolder();
        List<string[]> steps =
        [
            ["text", "text.png", text, "--font", "sans 12", "--dpi", "300"],
            ["invert", "text.png", "paper.png"],
            ["gravity", "paper.png", "wide.png", "centre", "1300", "820", "--extend", "white"],
            turned == 0 ? ["pngsave", "wide.png", "out.png"] : ["rot", "wide.png", "out.png", $"d{turned}"],
        ];
        foreach (var arguments in steps)
        {
            var outcome = await Runner.RunAsync(new ToolCall(ExternalTool.Vips, folder, arguments, ToolLimits.Usual), TestContext.Current.CancellationToken);
            outcome.IsGood.ShouldBeTrue($"vips {arguments[0]}: {outcome}");
        }

        return await File.ReadAllBytesAsync(folder.File("out.png"), TestContext.Current.CancellationToken);
    }

    private static async Task<byte[]> MakeAsync(ExternalTool tool, byte[] content, string result, string[] arguments)
    {
        Require(tool);
        using var folder = Runner.OpenFolder();
        await File.WriteAllBytesAsync(folder.File("in"), content, TestContext.Current.CancellationToken);
        var outcome = await Runner.RunAsync(new ToolCall(tool, folder, arguments, ToolLimits.Usual), TestContext.Current.CancellationToken);
        outcome.IsGood.ShouldBeTrue($"{tool} {string.Join(' ', arguments)}: {outcome}");
        return await File.ReadAllBytesAsync(folder.File(result), TestContext.Current.CancellationToken);
    }
}
