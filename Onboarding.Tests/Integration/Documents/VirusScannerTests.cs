using System.Diagnostics;
using System.Globalization;
using Onboarding.Core.Documents.Inspection;
using Onboarding.Tests.Support;
using Onboarding.Tests.Support.Files;

namespace Onboarding.Tests.Integration.Documents;

/// <summary>Only an answer that clearly says so makes a file clean; asked of a server of ours that misbehaves, and of a real clamd.</summary>
public sealed class VirusScannerTests : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeClamd _clamd = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _clamd.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_file_is_sent_whole_and_in_pieces()
    {
        var answer = await ScanAsync(new byte[3_000_000]);

        answer.Result.ShouldBe(ScanResult.Clean);
        (_clamd.Received, _clamd.LargestPiece).ShouldBe((3_000_000, 64 * 1024));
        (await new ClamAvScanner(_clamd.Settings()).IsThereAsync(Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_recognised_is_named() => (await ScanAsync(HostileFiles.Eicar)).ShouldBe(new ScanAnswer(ScanResult.Infected, "Eicar-Test-Signature"));

    [Theory]
    [InlineData("stream: OK")]
    [InlineData("stream: O\0")]
    [InlineData("OK\0")]
    [InlineData("stream: INSTREAM size limit exceeded. ERROR\0")]
    [InlineData("stream:  FOUND\0")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n")]
    [InlineData("")]
    [InlineData("\0")]
    public async Task Any_other_answer_is_none(string answer)
    {
        _clamd.Answer = answer;

        (await ScanAsync([1, 2, 3])).Result.ShouldBe(ScanResult.NoAnswer);
    }

    [Fact]
    public async Task An_endless_answer_is_none()
    {
        _clamd.Answer = "stream: " + new string('A', 100_000);

        (await ScanAsync([1])).Result.ShouldBe(ScanResult.NoAnswer);
    }

    [Fact]
    public async Task A_name_from_outside_is_shortened_and_made_harmless()
    {
        _clamd.Answer = $"stream: <script>{new string('x', 300)} FOUND\0";

        var answer = await ScanAsync([1]);

        answer.Result.ShouldBe(ScanResult.Infected);
        answer.Finding.Length.ShouldBe(100);
        answer.Finding.ShouldStartWith("_script_xxx");
    }

    [Fact]
    public async Task A_scanner_that_says_nothing_is_not_waited_for_without_end()
    {
        _clamd.IsSilent = true;

        (await ScanAsync([1], seconds: 1)).Result.ShouldBe(ScanResult.NoAnswer);
    }

    [Fact]
    public async Task A_scanner_that_hangs_up_in_the_middle_has_not_answered()
    {
        _clamd.HangsUp = true;

        (await ScanAsync(new byte[5_000_000])).Result.ShouldBe(ScanResult.NoAnswer);
    }

    [Fact]
    public async Task A_scanner_that_is_away_has_not_answered()
    {
        var scanner = new ClamAvScanner(new ClamAvSettings { Mode = VirusScan.Required, Address = Path.Combine(_folder.Path, "nobody.sock") });

        (await scanner.ScanAsync(await FileAsync([1]), Token)).Result.ShouldBe(ScanResult.NoAnswer);
        (await scanner.IsThereAsync(Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_real_clamd_tells_the_test_virus_from_a_photo()
    {
        const string Program = "/usr/sbin/clamd";
        Assert.SkipUnless(File.Exists(Program), "clamd is not installed.");
        var address = Path.Combine(_folder.Path, "clamd.sock");
        using var clamd = await StartAsync(Program, address);
        try
        {
            var scanner = new ClamAvScanner(new ClamAvSettings { Mode = VirusScan.Required, Address = address });
            await MailboxAssertions.EventuallyAsync(() => scanner.IsThereAsync(Token), "clamd listens");

            (await scanner.ScanAsync(await FileAsync(PngFile.Picture()), Token)).ShouldBe(new ScanAnswer(ScanResult.Clean));
            var infected = await scanner.ScanAsync(await FileAsync([.. PdfFile.Plain(), (byte)'%', .. HostileFiles.Eicar]), Token);
            infected.Result.ShouldBe(ScanResult.Infected);
            infected.Finding.ShouldStartWith("Onboarding.Eicar");
        }
        finally
        {
            clamd.Kill(entireProcessTree: true);
            await clamd.WaitForExitAsync(Token);
        }
    }

    // With one signature of our own: the published ones are hundreds of megabytes and not part of a test.
    private async Task<Process> StartAsync(string program, string address)
    {
        var signatures = Directory.CreateDirectory(Path.Combine(_folder.Path, "signatures")).FullName;
        await File.WriteAllTextAsync(Path.Combine(signatures, "test.ndb"), $"Onboarding.Eicar:0:*:{Convert.ToHexStringLower(HostileFiles.Eicar)}\n", Token);
        var settings = Path.Combine(_folder.Path, "clamd.conf");
        await File.WriteAllTextAsync(settings, string.Create(CultureInfo.InvariantCulture, $"LocalSocket {address}\nDatabaseDirectory {signatures}\nForeground yes\nTemporaryDirectory {_folder.Path}\n"), Token);
        var start = new ProcessStartInfo(program, ["--config-file", settings]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        var clamd = Process.Start(start)!;
        clamd.OutputDataReceived += (_, _) => { };
        clamd.BeginOutputReadLine();
        clamd.ErrorDataReceived += (_, _) => { };
        clamd.BeginErrorReadLine();
        return clamd;
    }

    private async Task<ScanAnswer> ScanAsync(byte[] content, int seconds = 10) =>
        await new ClamAvScanner(_clamd.Settings(seconds: seconds)).ScanAsync(await FileAsync(content), Token);

    private async Task<string> FileAsync(byte[] content)
    {
        var path = Path.Combine(_folder.Path, "received");
        await File.WriteAllBytesAsync(path, content, Token);
        return path;
    }
}
