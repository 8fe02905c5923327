using System.Text;
using Kernel.Calendars;
using Shouldly;
using Xunit;

namespace Modules.Tests.Kernel;

public class ICalendarTextTests
{
    private static readonly DateTime Now = new(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void An_event_has_its_time_in_UTC_and_one_without_a_time_its_whole_day()
    {
        var text = new ICalendarText("Sara", "PUBLISH");
        text.Add(new CalendarEvent(Guid.Empty, new DateOnly(2026, 11, 2), new DateTime(2026, 11, 2, 6, 30, 0, DateTimeKind.Utc), TimeSpan.FromHours(1), "Visit; Acme, Inc.", "One\nTwo", null), Now);
        text.Add(new CalendarEvent(Guid.Empty, new DateOnly(2026, 11, 30), null, TimeSpan.Zero, "Task", null, null), Now);

        var lines = text.ToString().Split("\r\n");
        lines.ShouldContain("DTSTART:20261102T063000Z");
        lines.ShouldContain("DTEND:20261102T073000Z");
        lines.ShouldContain("SUMMARY:Visit\\; Acme\\, Inc.");
        lines.ShouldContain("DESCRIPTION:One\\nTwo");
        lines.ShouldContain("DTSTART;VALUE=DATE:20261130");
        lines.ShouldContain("DTEND;VALUE=DATE:20261201");
        lines[^2].ShouldBe("END:VCALENDAR");
    }

    [Fact]
    public void Lines_are_at_most_75_octets_and_no_letter_is_cut()
    {
        var title = string.Concat(Enumerable.Repeat("بازدید از کارخانه ", 12)).Trim();
        var text = new ICalendarText("سارا", "PUBLISH");
        text.Add(new CalendarEvent(Guid.Empty, new DateOnly(2026, 11, 2), null, TimeSpan.Zero, title, null, null), Now);

        text.ToString().Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        text.ToString().Replace("\r\n ", "").ShouldContain("SUMMARY:" + title);
    }
}
