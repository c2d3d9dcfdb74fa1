namespace Onboarding.Core.Imports;

/// <summary>Where quotation marks of a row stand where none may stand.</summary>
/// <param name="Line">The line of the text in which the mark is, from 1.</param>
/// <param name="Cell">The cell of the row that it opens, from 0.</param>
/// <param name="StaysOpen">True when it opens a cell that nothing closes, so that the lines behind it would be swallowed.</param>
internal sealed record StrayQuote(int Line, int Cell, bool StaysOpen);
