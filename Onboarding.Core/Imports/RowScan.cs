namespace Onboarding.Core.Imports;

/// <summary>Follows the quotation marks of one row, sign by sign.</summary>
/// <param name="delimiter">The sign between cells.</param>
/// <param name="line">The line of the text in which the row begins.</param>
/// <param name="headings">Cells of the heading; null for the heading itself.</param>
internal sealed class RowScan(char delimiter, int line, int? headings)
{
    private const char Quote = '"';
    private const int FewestDelimiters = 3;

    // An address over several lines has a few commas in one of them. Where most of a row's separators stand, it is a row.
    private readonly int _delimitersOfARow = headings is { } cells ? Math.Max(FewestDelimiters, (cells - 1) * 2 / 3) : int.MaxValue;
    private Place _place = Place.CellStart;
    private int _breaks;
    private int _delimiters;

    private enum Place
    {
        CellStart,
        Plain,
        Quoted,
        QuoteInQuoted,
    }

    /// <summary>The line at hand.</summary>
    public int Line { get; private set; } = line;

    /// <summary>Cells so far.</summary>
    public int Cells { get; private set; } = 1;

    /// <summary>The last mark that opened a cell: its line and its cell.</summary>
    public (int Line, int Cell) Opening { get; private set; }

    /// <summary>Where the line behind that mark begins, counted from the start of the row; null while its cell stays in its line.</summary>
    public int? LineAfter { get; private set; }

    /// <summary>The first mark that stands within a cell, or null.</summary>
    public (int Line, int Cell)? Within { get; private set; }

    /// <summary>True inside a quoted cell.</summary>
    public bool IsOpen => _place == Place.Quoted;

    /// <summary>True when the last opening cannot be meant, since it takes in lines that are rows.</summary>
    public bool IsHopeless { get; private set; }

    /// <summary>Takes a sign that ends no line.</summary>
    public void Take(char sign)
    {
        switch (_place)
        {
            case Place.Quoted:
                TakeQuoted(sign);
                break;
            case Place.QuoteInQuoted when sign == Quote:
                _place = Place.Quoted;
                break;
            case var _ when sign == delimiter:
                Cells++;
                _place = Place.CellStart;
                break;
            case Place.CellStart when sign == Quote:
                _place = Place.Quoted;
                (Opening, LineAfter, _breaks) = ((Line, Cells - 1), null, 0);
                break;
            default:
                TakePlain(sign);
                break;
        }
    }

    /// <summary>Takes the end of a line; false when the row ends there.</summary>
    /// <param name="next">Where the next line begins, counted from the start of the row.</param>
    public bool Break(int next)
    {
        if (_place != Place.Quoted)
        {
            return false;
        }

        Line++;
        LineAfter ??= next;
        _delimiters = 0;
        IsHopeless = ++_breaks > QuoteGuard.MostLineBreaks;
        return true;
    }

    private void TakeQuoted(char sign)
    {
        if (sign == Quote)
        {
            _place = Place.QuoteInQuoted;
        }
        else if (sign == delimiter && _breaks > 0)
        {
            IsHopeless = ++_delimiters >= _delimitersOfARow;
        }
    }

    private void TakePlain(char sign)
    {
        if (_place == Place.QuoteInQuoted || sign == Quote)
        {
            // Text behind a closing mark: after a line break, that is the opening mark of a later row.
            IsHopeless = _place == Place.QuoteInQuoted && _breaks > 0;
            Within ??= (Line, Cells - 1);
        }

        _place = Place.Plain;
    }
}
