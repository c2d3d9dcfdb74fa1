namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>Who spoke in an exchange with the activation system.</summary>
public enum ExchangeDirection
{
    /// <summary>The portal ordered, and the system answered or not.</summary>
    Order = 1,

    /// <summary>The system called back by itself.</summary>
    Callback,
}

/// <summary>What came of an exchange.</summary>
public enum ExchangeOutcome
{
    /// <summary>The order was carried out.</summary>
    Done = 1,

    /// <summary>The order was taken; the system calls back.</summary>
    Accepted,

    /// <summary>It failed; the code says why.</summary>
    Failed,
}

/// <summary>One exchange with the activation system (SOP stage 4: Sistem Aktivasi Layanan), kept so that IT sees what was said when it failed.</summary>
public sealed class ActivationExchange
{
    /// <summary>Longest id of a callback.</summary>
    public const int EventIdMaxLength = 100;

    private ActivationExchange()
    {
    }

    internal ActivationExchange(Guid id, NewExchange given, byte[] protectedContent, DateTimeOffset at)
    {
        Id = id;
        CaseId = given.CaseId;
        DecisionId = given.DecisionId;
        Direction = given.Direction;
        SwitchesOn = given.SwitchesOn;
        HttpStatus = given.HttpStatus;
        Milliseconds = (int)Math.Min(given.Duration.TotalMilliseconds, int.MaxValue);
        Outcome = given.Outcome;
        Error = given.Error;
        EventId = given.EventId;
        ProtectedContent = protectedContent;
        At = at;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The approving decision, which is the idempotency key of the order.</summary>
    public Guid DecisionId { get; private set; }

    /// <summary>Who spoke.</summary>
    public ExchangeDirection Direction { get; private set; }

    /// <summary>True for an order to switch on, false for one to switch off.</summary>
    public bool SwitchesOn { get; private set; }

    /// <summary>When it ended (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>How long it took.</summary>
    public int Milliseconds { get; private set; }

    /// <summary>Status of the answer, or null when there was none.</summary>
    public int? HttpStatus { get; private set; }

    /// <summary>What came of it.</summary>
    public ExchangeOutcome Outcome { get; private set; }

    /// <summary>Code of the failure, or null.</summary>
    public string? Error { get; private set; }

    /// <summary>Id that the system gave its callback, or null for an order. Each is taken once.</summary>
    public string? EventId { get; private set; }

    /// <summary>What was sent and received, without secrets, encrypted.</summary>
    public byte[] ProtectedContent { get; private set; } = [];
}

/// <summary>An exchange that is to be kept.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="DecisionId">The approving decision.</param>
/// <param name="Direction">Who spoke.</param>
/// <param name="SwitchesOn">True for an order to switch on.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Content">What was said.</param>
public sealed record NewExchange(
    Guid CaseId, Guid DecisionId, ExchangeDirection Direction, bool SwitchesOn, ExchangeOutcome Outcome, ExchangeContent Content)
{
    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Status of the answer, or null.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Code of the failure, or null.</summary>
    public string? Error { get; init; }

    /// <summary>Id of a callback, or null.</summary>
    public string? EventId { get; init; }
}

/// <summary>What was said in an exchange: bodies, and headers whose secrets are masked.</summary>
/// <param name="Sent">What went out; empty for a callback.</param>
/// <param name="Received">What came in, cut to <see cref="MaxLength"/>; empty when nothing came.</param>
public sealed record ExchangeContent(string Sent, string Received)
{
    /// <summary>Longest text that is kept of each side, in characters.</summary>
    public const int MaxLength = 4000;

    /// <summary>The text as it is kept.</summary>
    public static string Cut(string text) => text.Length <= MaxLength ? text : string.Concat(text.AsSpan(0, MaxLength), "…");
}
