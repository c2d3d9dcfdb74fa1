namespace Onboarding.Core.Reporting.Printing;

/// <summary>One report of a bulk print.</summary>
public sealed class PrintItem : PrintedFile
{
    private PrintItem()
    {
    }

    internal PrintItem(Guid requestId, int number, Guid caseId, string caseNumber, ReportKind kind)
    {
        RequestId = requestId;
        Number = number;
        CaseId = caseId;
        CaseNumber = caseNumber;
        Kind = kind;
        State = PrintItemState.Waiting;
    }

    /// <summary>The bulk print.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>Its place, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Number of the case.</summary>
    public string CaseNumber { get; private set; } = string.Empty;

    /// <summary>Which report.</summary>
    public ReportKind Kind { get; private set; }

    /// <summary>How far it is.</summary>
    public PrintItemState State { get; private set; }

    /// <summary>It is dealt with.</summary>
    internal void Settle(PrintItemState state) => State = state;
}
