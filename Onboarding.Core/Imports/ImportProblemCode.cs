namespace Onboarding.Core.Imports;

/// <summary>What can be wrong with a file of registrations beyond the data itself. Each value has a text in both languages.</summary>
public enum ImportProblemCode
{
    /// <summary>The file holds nothing.</summary>
    FileEmpty = 1,

    /// <summary>It is a workbook or another kind of file, not text.</summary>
    FileIsNotText,

    /// <summary>The text is UTF-16 ("Unicode text" of a spreadsheet program).</summary>
    EncodingUtf16,

    /// <summary>The text is not UTF-8: Latin-1, Windows-1252 or damaged. Argument: the first such row.</summary>
    EncodingNotUtf8,

    /// <summary>The first row names no known column.</summary>
    HeaderMissing,

    /// <summary>A column that every row needs is not there. Argument: its name.</summary>
    ColumnMissing,

    /// <summary>A column is there twice. Argument: its name.</summary>
    ColumnDuplicate,

    /// <summary>A column that is not known is left out. Argument: what its heading says.</summary>
    ColumnUnknown,

    /// <summary>There is no row below the heading.</summary>
    NoRows,

    /// <summary>There are more rows than one import takes. Argument: the greatest number.</summary>
    TooManyRows,

    /// <summary>A line is longer than any registration, so it is no such file. Argument: the line.</summary>
    CellTooLong,

    /// <summary>The same file was uploaded before. Arguments: the day (2026-11-23), and how many cases came of it.</summary>
    SameFileBefore,

    /// <summary>Every NIK ends in 0, which happens when a spreadsheet keeps 15 digits of 16. Argument: how many.</summary>
    LastDigitsLost,

    /// <summary>The row has more cells than the heading. Arguments: cells expected and found.</summary>
    RowTooLong,

    /// <summary>The row has fewer cells than the heading; the others count as empty. Arguments: cells expected and found.</summary>
    RowTooShort,

    /// <summary>A cell holds a NUL byte.</summary>
    NulCharacter,

    /// <summary>A quotation mark stands where none may stand, so the cells cannot be told apart for certain. Argument: its line in the text.</summary>
    QuotesBroken,

    /// <summary>A quotation mark opens a cell and none closes it; the lines behind are read as rows of their own. Argument: its line in the text.</summary>
    QuoteNotClosed,

    /// <summary>The text is no date in one of the documented forms.</summary>
    DateUnreadable,

    /// <summary>The text is written as a date, but there is no such day.</summary>
    DateNotInCalendar,

    /// <summary>The text is the number by which a spreadsheet keeps a date.</summary>
    DateIsSerial,

    /// <summary>The cell holds the signs that a spreadsheet shows where a column is too narrow.</summary>
    CellOverflow,

    /// <summary>The telephone number has lost its leading zero; it is read with it.</summary>
    LeadingZeroLost,

    /// <summary>The cell belongs to the other kind of customer and is left out.</summary>
    NotForKind,

    /// <summary>No product has this code.</summary>
    ProductUnknown,

    /// <summary>The row comes from a partner, but no partner was named for the file.</summary>
    PartnerNotNamed,

    /// <summary>A row above has the same identity number. Argument: its row.</summary>
    DuplicateInFile,

    /// <summary>A registration with the same identity number is known. Argument: its case number.</summary>
    KnownAlready,
}
