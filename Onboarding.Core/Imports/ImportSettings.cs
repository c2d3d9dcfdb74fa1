namespace Onboarding.Core.Imports;

/// <summary>How much one import takes. A setting of the host, in section "Imports".</summary>
public sealed record ImportSettings
{
    /// <summary>Greatest size of a file, in bytes: 100 MB.</summary>
    public long MaxBytes { get; init; } = 100L * 1024 * 1024;

    /// <summary>Greatest number of rows below the heading.</summary>
    public int MaxRows { get; init; } = 100_000;

    /// <summary>How many problems of one dry run are listed: two for each row of the largest file. Those beyond are counted only.</summary>
    public int MaxProblems { get; init; } = 200_000;

    /// <summary>How long the file of an import that was not finished is kept.</summary>
    public int KeepFileDays { get; init; } = 30;
}
