namespace Onboarding.Core.Reporting.Printing;

/// <summary>How far a print request is. Part of the database.</summary>
public enum PrintState
{
    /// <summary>It waits for its turn.</summary>
    Waiting = 1,

    /// <summary>Somebody prints it. When that node dies, its lease ends and the request is due again.</summary>
    Printing,

    /// <summary>It is printed.</summary>
    Done,

    /// <summary>It could not be printed; <see cref="PrintFailure"/> says why.</summary>
    Failed,

    /// <summary>A person stopped it.</summary>
    Cancelled,
}

/// <summary>Why a request failed. Part of the database.</summary>
public enum PrintFailure
{
    /// <summary>The browser did not print it, even after a restart.</summary>
    Browser = 1,

    /// <summary>The portal stopped in the middle of it again and again.</summary>
    Interrupted,

    /// <summary>There is no such form of the case any more, or the person may not see it.</summary>
    NotPrintable,

    /// <summary>The file could not be stored.</summary>
    Storage,
}

/// <summary>How far one report of a bulk print is. Part of the database.</summary>
public enum PrintItemState
{
    /// <summary>It is not printed yet.</summary>
    Waiting = 1,

    /// <summary>It is printed.</summary>
    Printed,

    /// <summary>There is no such report of the case.</summary>
    Skipped,

    /// <summary>It ended the print each time that it was tried; the others went on without it.</summary>
    GivenUp,
}
