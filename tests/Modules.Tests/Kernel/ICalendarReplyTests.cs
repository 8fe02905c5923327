using Kernel.Calendars;
using Shouldly;
using Xunit;

namespace Modules.Tests.Kernel;

public class ICalendarReplyTests
{
    private static readonly Guid Meeting = new("0123456789abcdef0123456789abcdef");

    [Fact]
    public void An_answer_of_Google_is_read_with_its_folded_lines()
    {
        var reply = ICalendarReply.Read(Reply(
            "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Neda;X\r\n -NUM-GUESTS=0:mailto:Neda@Acme.example", "SEQUENCE:2"));

        reply.ShouldBe(new ICalendarReply(Meeting, 2, "Neda@Acme.example", "ACCEPTED", null));
    }

    [Fact]
    public void An_answer_of_Outlook_is_read_with_its_words_and_a_name_in_quotes_that_holds_what_ends_a_parameter()
    {
        var reply = ICalendarReply.Read(Reply(
            "ATTENDEE;PARTSTAT=TENTATIVE;CN=\"Neda; Head: Sales\":MAILTO:neda@acme.example", "COMMENT;LANGUAGE=en-US:By train\\, a little later\\nSorry\\n"));

        reply.ShouldBe(new ICalendarReply(Meeting, 0, "neda@acme.example", "TENTATIVE", "By train, a little later\nSorry"));
    }

    [Theory]
    [InlineData("METHOD:REPLY", "METHOD:REQUEST")]
    [InlineData("UID:0123456789abcdef0123456789abcdef@workspace", "UID:somebody-elses@example")]
    [InlineData(";PARTSTAT=ACCEPTED", "")]
    [InlineData("ATTENDEE;PARTSTAT=ACCEPTED:mailto:neda@acme.example", "SUMMARY:nobody")]
    [InlineData("mailto:neda@acme.example", "tel:+98")]
    public void What_is_no_answer_to_an_invitation_of_ours_is_not_read(string part, string instead)
    {
        var text = Reply("ATTENDEE;PARTSTAT=ACCEPTED:mailto:neda@acme.example");
        ICalendarReply.Read(text).ShouldNotBeNull();

        ICalendarReply.Read(text.Replace(part, instead, StringComparison.Ordinal)).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK\u0003\u0004 no calendar at all")]
    [InlineData("METHOD:REPLY\nATTENDEE;X=\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"")]
    public void Anything_else_is_not_read_either(string text) => ICalendarReply.Read(text).ShouldBeNull();

    private static string Reply(params string[] lines) => string.Join("\r\n", [
        "BEGIN:VCALENDAR", "PRODID:-//Some//Program//EN", "VERSION:2.0", "METHOD:REPLY", "BEGIN:VEVENT", $"UID:{Meeting:N}@workspace", .. lines, "END:VEVENT", "END:VCALENDAR", ""]);
}
