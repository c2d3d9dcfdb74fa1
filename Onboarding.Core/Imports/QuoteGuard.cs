using System.Text;

namespace Onboarding.Core.Imports;

/// <summary>
/// Stands between the text of a file and what splits it into cells, and lets only whole rows pass. A quotation mark that nothing
/// closes would make one cell of everything behind it: such a row ends where its line ends, the mark is told, and the lines behind
/// it are read again as rows of their own. It holds one row and a block.
/// </summary>
/// <remarks>
/// A mark counts as never closed when the file ends first, when more than <see cref="MostLineBreaks"/> line breaks follow it, when a
/// line behind it has the separators of a row, and when the mark that closes it is followed by text, as the first mark of a later row is.
/// </remarks>
/// <param name="text">The text.</param>
/// <param name="delimiter">The sign between cells.</param>
/// <param name="firstLine">The line in which the text begins.</param>
internal sealed class QuoteGuard(TextReader text, char delimiter, int firstLine = 1) : TextReader
{
    /// <summary>Greatest size of a row, in characters; every field of the form filled to its limit takes a tenth of it.</summary>
    public const int MaxRowLength = 256 * 1024;

    /// <summary>Line breaks that one cell may have; an address needs three.</summary>
    public const int MostLineBreaks = 20;

    private const int Block = 32 * 1024;
    private const char Quote = '"';

    private readonly Queue<(int Row, StrayQuote Quote)> _strays = new();
    private readonly StringBuilder _ready = new();
    private char[] _buffer = new char[2 * Block];
    private int _start;
    private int _end;
    private int _rows;
    private int _line = firstLine;
    private int _taken;
    private int? _cells;
    private bool _isAtEnd;
    private bool _isOver;

    /// <summary>The line that is longer than a row may be, or null. Nothing behind it was read.</summary>
    public int? LineTooLong { get; private set; }

    /// <summary>True when the text turned out to be none. Nothing from there on was read.</summary>
    public bool IsNotText { get; private set; }

    /// <summary>The stray mark of a row, if it has one. Asked for each row in its order, from 1.</summary>
    public StrayQuote? TakeStray(int row) => _strays.TryPeek(out var first) && first.Row == row ? _strays.Dequeue().Quote : null;

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        if (_taken == _ready.Length)
        {
            _ready.Clear();
            _taken = 0;
            if (!_isOver)
            {
                _isOver = !await NextRowAsync(cancellationToken);
            }
        }

        var count = Math.Min(buffer.Length, _ready.Length - _taken);
        _ready.CopyTo(_taken, buffer.Span[..count], count);
        _taken += count;
        return count;
    }

    /// <inheritdoc />
    public override Task<int> ReadAsync(char[] buffer, int index, int count) => ReadAsync(buffer.AsMemory(index, count)).AsTask();

    /// <inheritdoc />
    public override int Read(char[] buffer, int index, int count) => throw new NotSupportedException();

    // Makes the next row ready; false when there is none.
    private async Task<bool> NextRowAsync(CancellationToken cancellationToken)
    {
        var scan = new RowScan(delimiter, _line, _cells);
        for (var next = _start; ; next++)
        {
            // The sign after this one is needed as well: a line may end in two.
            while (next + 1 >= _end && !_isAtEnd)
            {
                if (_end - _start >= MaxRowLength)
                {
                    return Cut(scan) || StopTooLong();
                }

                next -= await FillAsync(cancellationToken);
            }

            if (next >= _end)
            {
                return next > _start && (Cut(scan) || Pass(scan, next, next));
            }

            var sign = _buffer[next];
            if (sign == ImportSniffer.Damage)
            {
                IsNotText = true;
                return false;
            }

            if (sign is not ('\n' or '\r'))
            {
                scan.Take(sign);
            }
            else
            {
                var after = sign == '\r' && next + 1 < _end && _buffer[next + 1] == '\n' ? next + 2 : next + 1;
                if (!scan.Break(after - _start))
                {
                    return Pass(scan, next, after);
                }

                next = after - 1;
            }

            if (scan.IsHopeless)
            {
                return Cut(scan);
            }
        }
    }

    private bool StopTooLong()
    {
        LineTooLong = _line;
        return false;
    }

    // Ends the row with the line in which its last mark opened; false where that is no way out.
    private bool Cut(RowScan scan)
    {
        if (scan.LineAfter is not { } after || !(scan.IsOpen || scan.IsHopeless))
        {
            return false;
        }

        Ready(_start + after, new StrayQuote(scan.Opening.Line, scan.Opening.Cell, StaysOpen: true));
        _line = scan.Opening.Line + 1;
        _start += after;
        return true;
    }

    private bool Pass(RowScan scan, int content, int rest)
    {
        _cells ??= scan.Cells;
        var stray = scan.IsOpen ? scan.Opening : scan.Within;
        Ready(content, stray is { } mark ? new StrayQuote(mark.Line, mark.Cell, scan.IsOpen) : null);
        _line = scan.Line + 1;
        _start = rest;
        return true;
    }

    // Marks of a row that has one too many say nothing any more, and might mislead whoever splits the row.
    private void Ready(int content, StrayQuote? stray)
    {
        _rows++;
        _ready.Append(_buffer, _start, content - _start);
        if (stray is not null)
        {
            _strays.Enqueue((_rows, stray));
            _ready.Replace(Quote, '\'').Replace('\n', ' ').Replace('\r', ' ');
        }

        _ready.Append('\n');
    }

    // Reads on; answers how far what was there has moved.
    private async Task<int> FillAsync(CancellationToken cancellationToken)
    {
        var moved = _start;
        if (_buffer.Length - (_end - _start) < Block)
        {
            var larger = new char[_buffer.Length * 2];
            _buffer.AsSpan(_start, _end - _start).CopyTo(larger);
            _buffer = larger;
        }
        else
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        }

        _end -= moved;
        _start = 0;
        var count = await text.ReadAsync(_buffer.AsMemory(_end, Block), cancellationToken);
        _end += count;
        _isAtEnd = count == 0;
        return moved;
    }
}
