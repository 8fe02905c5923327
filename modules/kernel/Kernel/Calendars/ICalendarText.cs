using System.Globalization;
using System.Text;

namespace Kernel.Calendars;

/// <summary>Writes iCalendar (RFC 5545), as calendar programs read it from a feed or an invitation.</summary>
public sealed class ICalendarText
{
    /// <summary>In octets, without the line's end.</summary>
    private const int MaxLine = 75;

    private readonly StringBuilder _text = new();

    /// <param name="method">PUBLISH for a feed, REQUEST for an invitation, CANCEL for one that is off.</param>
    public ICalendarText(string name, string method)
    {
        foreach (var line in (string[])["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Workspace//CRM//EN", "CALSCALE:GREGORIAN", "METHOD:" + method, "X-WR-CALNAME:" + Escape(name)])
        {
            Add(line);
        }
    }

    public void Add(CalendarEvent calendarEvent, DateTime nowUtc)
    {
        Add("BEGIN:VEVENT");
        Add($"UID:{calendarEvent.Id:N}@workspace");
        Add("DTSTAMP:" + Instant(nowUtc));
        if (calendarEvent.StartsAt is { } start)
        {
            Add("DTSTART:" + Instant(start));
            Add("DTEND:" + Instant(start + calendarEvent.Length));
        }
        else
        {
            Add("DTSTART;VALUE=DATE:" + Day(calendarEvent.Day));
            Add("DTEND;VALUE=DATE:" + Day(calendarEvent.Day.AddDays(1)));
        }
        Add("SUMMARY:" + Escape(calendarEvent.Title));
        if (!string.IsNullOrWhiteSpace(calendarEvent.Text)) { Add("DESCRIPTION:" + Escape(calendarEvent.Text)); }
        if (calendarEvent.Html is not null) { Add("X-ALT-DESC;FMTTYPE=text/html:" + Escape(calendarEvent.Html)); }
        if (calendarEvent.Url is not null) { Add("URL:" + calendarEvent.Url); }
        if (!string.IsNullOrWhiteSpace(calendarEvent.Location)) { Add("LOCATION:" + Escape(calendarEvent.Location)); }
        if (calendarEvent.OnlineUrl is not null) { Add("CONFERENCE;VALUE=URI;FEATURE=VIDEO:" + calendarEvent.OnlineUrl); }
        if (calendarEvent.Invitation is { } invitation) { Add(invitation); }
        if (calendarEvent.IsPrivate) { Add("CLASS:PRIVATE"); }
        Add(calendarEvent.IsCancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        Add("END:VEVENT");
    }

    private void Add(CalendarInvitation invitation)
    {
        Add(FormattableString.Invariant($"SEQUENCE:{invitation.Sequence}"));
        Add($"ORGANIZER;CN={Quoted(invitation.OrganiserName)}:mailto:{invitation.OrganiserEmail}");
        Add($"ATTENDEE;CN={Quoted(invitation.AttendeeName)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:{invitation.AttendeeEmail}");
    }

    public override string ToString() => _text + "END:VCALENDAR\r\n";

    private static string Instant(DateTime utc) => utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").Replace("\r\n", "\n").Replace("\r", "\n").Replace("\n", "\\n");

    /// <summary>A parameter's value knows no escape: what would end it is left out.</summary>
    private static string Quoted(string text) => $"\"{string.Concat(text.Where(letter => letter != '"' && !char.IsControl(letter)))}\"";

    /// <summary>A long line goes on in the next one, which begins with a blank; a letter is never cut.</summary>
    private void Add(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxLine)
            {
                _text.Append("\r\n ");
                octets = 1;
            }
            _text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        _text.Append("\r\n");
    }
}

/// <param name="Day">Of an event that has no time of day.</param>
/// <param name="StartsAt">UTC.</param>
/// <param name="Url">Whole.</param>
public record CalendarEvent(Guid Id, DateOnly Day, DateTime? StartsAt, TimeSpan Length, string Title, string? Text, string? Url)
{
    /// <summary>The text once more as a page, which Outlook shows in its place.</summary>
    public string? Html { get; init; }
    public string? Location { get; init; }

    /// <summary>Where to meet online; whole.</summary>
    public string? OnlineUrl { get; init; }
    public bool IsPrivate { get; init; }
    public bool IsCancelled { get; init; }

    /// <summary>Of an event to which one is asked; it names nobody else.</summary>
    public CalendarInvitation? Invitation { get; init; }
}

/// <param name="Sequence">One more each time what it says has changed.</param>
public record CalendarInvitation(int Sequence, string OrganiserName, string OrganiserEmail, string AttendeeName, string AttendeeEmail);
