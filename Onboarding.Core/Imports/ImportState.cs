namespace Onboarding.Core.Imports;

/// <summary>How far an import has come. Stored as text.</summary>
public enum ImportState
{
    /// <summary>The file is here and waits for its dry run, or the dry run is under way.</summary>
    Uploaded = 1,

    /// <summary>The dry run is done; nothing has been registered. Customer Service decides whether it starts.</summary>
    Checked,

    /// <summary>Started: rows are being registered, or wait for an import before this one.</summary>
    Running,

    /// <summary>Customer Service stopped it; what was registered stays, and it can go on while the file is kept.</summary>
    Cancelled,

    /// <summary>Every row was looked at; the file is gone.</summary>
    Done,

    /// <summary>It stopped by itself: the file cannot be read, or the same row failed again and again.</summary>
    Failed,

    /// <summary>Customer Service ended it before its last row; what was registered stays, the file is gone and it cannot go on.</summary>
    Ended,
}
