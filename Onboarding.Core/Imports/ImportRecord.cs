namespace Onboarding.Core.Imports;

/// <summary>A row as it stands in the file.</summary>
/// <param name="Row">Row as a spreadsheet counts it, the heading being row 1.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="Stray">A quotation mark that stands where none may, or null.</param>
internal sealed record ImportRecord(int Row, IReadOnlyList<string> Cells, StrayQuote? Stray);
