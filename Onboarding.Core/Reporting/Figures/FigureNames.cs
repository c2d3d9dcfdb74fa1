using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting.Figures;

/// <summary>The names of the counts. They stand in the database: whoever changes one has the figures made anew.</summary>
internal static class FigureNames
{
    // How things stand now.
    public const string Status = "case";
    public const string Held = "held";
    public const string Work = "work";
    public const string Due = "due";
    public const string Age = "age";
    public const string CallDue = "call";

    // What happened on a day.
    public const string Received = "in";
    public const string Ended = "out";
    public const string Activated = "active";
    public const string Lead = "lead";
    public const string Done = "done";
    public const string Late = "late";
    public const string Time = "time";
    public const string Person = "person";
    public const string PersonLate = "personlate";
    public const string Failed = "fail";
    public const string Approved = "approved";
    public const string FirstPass = "first";
    public const string Noted = "noted";
    public const string Rejected = "rejected";
    public const string Recommended = "recommended";
    public const string SentBack = "back";
    public const string Reopened = "reopened";
    public const string Rounds = "rounds";
    public const string Asked = "asked";
    public const string Answered = "answered";
    public const string Called = "called";
    public const string FeedbackAsked = "fbasked";
    public const string Satisfaction = "sat";
    public const string Ease = "ease";

    public static string Of(CaseStatus status) => $"{Status}:{status}";

    public static string EndedAs(CaseStatus status) => $"{Ended}:{status}";

    public static string Of(WorkQueue queue, WorkItemState state) => $"{Work}:{queue}:{state}";

    public static string DueAt(WorkQueue queue, long hour) => string.Create(CultureInfo.InvariantCulture, $"{Due}:{queue}:{hour}");

    public static string ReceivedOn(Stage stage, int day) => string.Create(CultureInfo.InvariantCulture, $"{Age}:{stage}:{day}");

    public static string CallOn(int day) => string.Create(CultureInfo.InvariantCulture, $"{CallDue}:{day}");

    public static string In(string family, WorkQueue queue) => $"{family}:{queue}";

    public static string By(string family, string person) => $"{family}:{Uri.EscapeDataString(person)}";

    public static string TimeIn(WorkQueue queue, int bucket) => string.Create(CultureInfo.InvariantCulture, $"{Time}:{queue}:{bucket}");

    public static string Number(string family, int number) => string.Create(CultureInfo.InvariantCulture, $"{family}:{number}");

    public static string RejectedFor(string? category) => $"{Rejected}:{Uri.EscapeDataString(category ?? string.Empty)}";

    public static string Of(DecisionOutcome outcome) => $"{SentBack}:{outcome}";

    public static string Of(ClarificationOutcome? outcome) => $"{Answered}:{outcome}";

    public static string Of(FollowUpOutcome outcome) => $"{Called}:{outcome}";
}
