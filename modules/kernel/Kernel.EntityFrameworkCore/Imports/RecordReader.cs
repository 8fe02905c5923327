using System.Text;

namespace Kernel.Imports;

/// <summary>
/// Hands out a separated file record by record, so that the parser behind it never reads ahead and its line is known. A record
/// whose quotation marks are wrong cannot swallow what follows: its first line is handed out alone, quoted as one field.
/// </summary>
internal sealed class RecordReader(TextReader lines, char delimiter) : TextReader
{
    /// <summary>More lines than this in one field mean that a quotation mark was not closed.</summary>
    private const int MaxLinesOfRecord = 100;

    private enum Quotes { Closed, Open, Broken }

    private readonly Queue<string> pushedBack = new();
    private string record = "";
    private int position;
    private long nextLine = 1;

    /// <summary>The line at which the present record begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The present record's quotation marks were wrong.</summary>
    public bool IsBroken { get; private set; }

    public static string[] Split(string line, char delimiter)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append(line[i++]);
            }
            else if (line[i] == '"' && (isQuoted || field.Length == 0))
            {
                isQuoted = !isQuoted;
            }
            else if (line[i] == delimiter && !isQuoted)
            {
                fields.Add(field.ToString().Trim());
                field.Clear();
            }
            else
            {
                field.Append(line[i]);
            }
        }
        return [.. fields, field.ToString().Trim()];
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (position == record.Length && !NextRecord())
        {
            return 0;
        }
        var length = Math.Min(buffer.Length, record.Length - position);
        record.AsSpan(position, length).CopyTo(buffer);
        position += length;
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            lines.Dispose();
        }
        base.Dispose(disposing);
    }

    private bool NextRecord()
    {
        string? first;
        do
        {
            Line = nextLine;
            first = NextLine();
        }
        while (first is not null && string.IsNullOrWhiteSpace(first));
        if (first is null)
        {
            return false;
        }
        var whole = Whole(first);
        IsBroken = whole is null;
        (record, position) = (whole ?? $"\"{first.Replace("\"", "\"\"")}\"\n", 0);
        return true;
    }

    /// <returns>The record with its line breaks, or null when its quotation marks are wrong.</returns>
    private string? Whole(string first)
    {
        var quotes = Scan(first, Quotes.Closed);
        if (quotes == Quotes.Closed)
        {
            return first + "\n";
        }
        var taken = new List<string> { first };
        while (quotes == Quotes.Open && taken.Count < MaxLinesOfRecord && NextLine() is { } line)
        {
            taken.Add(line);
            quotes = Scan(line, Quotes.Open);
        }
        if (quotes == Quotes.Closed)
        {
            return string.Join('\n', taken) + "\n";
        }
        PushBack(taken.Skip(1));
        return null;
    }

    private Quotes Scan(string line, Quotes before)
    {
        var isQuoted = before == Quotes.Open;
        var isFieldStart = !isQuoted;
        for (var i = 0; i < line.Length; i++)
        {
            if (!isQuoted)
            {
                isQuoted = isFieldStart && line[i] == '"';
                isFieldStart = line[i] == delimiter;
            }
            else if (line[i] == '"')
            {
                if (i + 1 < line.Length && line[i + 1] == '"')
                {
                    i++;
                }
                else if (i + 1 < line.Length && line[i + 1] != delimiter)
                {
                    return Quotes.Broken;
                }
                else
                {
                    isQuoted = false;
                }
            }
        }
        return isQuoted ? Quotes.Open : Quotes.Closed;
    }

    private string? NextLine()
    {
        var line = pushedBack.TryDequeue(out var again) ? again : lines.ReadLine();
        nextLine += line is null ? 0 : 1;
        return line;
    }

    private void PushBack(IEnumerable<string> taken)
    {
        var all = taken.Concat(pushedBack).ToList();
        nextLine -= all.Count - pushedBack.Count;
        pushedBack.Clear();
        all.ForEach(pushedBack.Enqueue);
    }
}
