using System.Text.RegularExpressions;

namespace Kernel.Calendars;

/// <summary>What somebody's calendar program answers to an invitation of ours (RFC 5546, METHOD:REPLY).</summary>
/// <param name="Sequence">Of the invitation that is answered.</param>
/// <param name="Email">Of who answers, as he writes it.</param>
/// <param name="Answer">ACCEPTED, TENTATIVE, DECLINED or another PARTSTAT.</param>
public sealed partial record ICalendarReply(Guid EventId, int Sequence, string Email, string Answer, string? Comment)
{
    /// <returns>Null for what is no answer to an invitation of ours.</returns>
    public static ICalendarReply? Read(string text)
    {
        var lines = Folds().Replace(text, "").Split('\n').Select(line => Property().Match(line.Trim())).Where(match => match.Success).ToList();
        string? ValueOf(string name) => lines.Find(line => line.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase))?.Groups["value"].Value.Trim();
        var attendees = lines.FindAll(line => line.Groups["name"].Value.Equals("ATTENDEE", StringComparison.OrdinalIgnoreCase));
        if (!"REPLY".Equals(ValueOf("METHOD"), StringComparison.OrdinalIgnoreCase) || attendees is not [var attendee]
            || !Guid.TryParseExact(ValueOf("UID")?.Split('@')[0], "N", out var id) || !Answers().Match(attendee.Groups["parameters"].Value).Groups[1].TryGet(out var answer)
            || !Address().Match(attendee.Groups["value"].Value).Groups[1].TryGet(out var email))
        {
            return null;
        }
        return new ICalendarReply(id, int.TryParse(ValueOf("SEQUENCE"), out var sequence) ? sequence : 0, email, answer.ToUpperInvariant(), Plain(ValueOf("COMMENT")));
    }

    private static string? Plain(string? escaped) => string.IsNullOrWhiteSpace(escaped) ? null
        : Escapes().Replace(escaped, match => match.Groups[1].Value is "n" or "N" ? "\n" : match.Groups[1].Value).Trim() is { Length: > 0 } text ? text : null;

    [GeneratedRegex(@"\r?\n[ \t]")]
    private static partial Regex Folds();

    /// <summary>A parameter's value in quotes may hold what else would end it.</summary>
    [GeneratedRegex("^(?<name>[A-Za-z-]+)(?<parameters>(?:;[^=:;]+=(?:\"[^\"]*\"|[^\":;])*)*):(?<value>.*)$", RegexOptions.Singleline, 1000)]
    private static partial Regex Property();

    [GeneratedRegex(@";PARTSTAT=""?([A-Za-z-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Answers();

    [GeneratedRegex(@"^mailto:\s*(\S+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escapes();
}

internal static class Groups
{
    public static bool TryGet(this Group group, out string value)
    {
        value = group.Value;
        return group.Success;
    }
}
