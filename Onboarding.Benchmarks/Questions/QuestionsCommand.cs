using System.CommandLine;

namespace Onboarding.Benchmarks.Questions;

/// <summary><c>questions</c>: how long filters, searches, lists behind figures and jobs take, by the number of cases.</summary>
internal static class QuestionsCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Create() => SpeedVerb.Create(
        "questions",
        "Measures filters, searches, lists behind figures and the looks of jobs.",
        "1000,100000",
        (databases, book, options, cancellation) => new QuestionsBenchmark(databases, book).RunAsync(options.Cases, options.Time, cancellation));
}
