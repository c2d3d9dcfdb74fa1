using System.CommandLine;

namespace Onboarding.Benchmarks.Code;

/// <summary><c>code</c>: pieces of code by themselves.</summary>
internal static class CodeCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Create() => SpeedVerb.Create(
        "code",
        "Measures rules and masks by themselves.",
        "0",
        (_, book, _, _) =>
        {
            new CodeBenchmark(book).Run();
            return Task.CompletedTask;
        });
}
