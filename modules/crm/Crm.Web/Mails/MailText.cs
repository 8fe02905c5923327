using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Crm.Web.Mails;

internal static class MailText
{
    /// <summary>Lines without those that have nothing to say.</summary>
    public static string Lines(params string?[] lines) => string.Join("\r\n", lines.OfType<string>());

    /// <summary>Words and a link for a calendar program that shows a page: a sealed link is long, and some cut one that is plain text.</summary>
    public static string Html(string? onlineUrl, string words, string link) =>
        $"<html><body>{(onlineUrl is null ? "" : $"<p>{Link(onlineUrl)}</p>")}<p>{WebUtility.HtmlEncode(words)}</p><p>{Link(link)}</p></body></html>";

    private static string Link(string url) => $"<a href=\"{WebUtility.HtmlEncode(url)}\">{WebUtility.HtmlEncode(url)}</a>";

    /// <summary>An invitation as calendar programs take it from a mail: beside the words and as a file.</summary>
    public static MailMessage WithCalendar(this MailMessage mail, string calendar, string method)
    {
        var type = new ContentType("text/calendar") { CharSet = "utf-8" };
        type.Parameters["method"] = method;
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(calendar, type));
        mail.Attachments.Add(new Attachment(new MemoryStream(Encoding.UTF8.GetBytes(calendar)), "invitation.ics", "application/ics"));
        return mail;
    }
}
