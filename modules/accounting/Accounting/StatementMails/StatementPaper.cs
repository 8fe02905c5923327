using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Accounting.Localization;
using Accounting.Receivables;
using Kernel.Displaying;
using Kernel.Monetary;
using Microsoft.Extensions.Localization;

namespace Accounting.StatementMails;

/// <summary>A statement as it goes out: one page that programs for mail show as it is, with its styles on its elements.</summary>
public class StatementPaper(StatementDto statement, string seller, IDisplay display, IStringLocalizer<AccountingResource> texts)
{
    private const string Cell = "padding:6px 8px;border-bottom:1px solid #d8dce3;text-align:start";
    private const string Amount = Cell + ";text-align:end;white-space:nowrap";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public string Title => texts["Statement.MailSubject", seller, display.Date(statement.From), display.Date(statement.To)];

    /// <param name="message">Stands above the statement.</param>
    public string ToHtml(string? message)
    {
        var html = new StringBuilder();
        html.Append($"""
            <!DOCTYPE html>
            <html lang="{display.Language}" dir="{(display.IsRtl ? "rtl" : "ltr")}"><head><meta charset="utf-8"><title>{Text(Title)}</title>
            <link rel="stylesheet" href="/_content/Kernel.Web/dist/workspace.css"></head>
            <body style="font-family:Vazirmatn,Tahoma,Arial,sans-serif;font-size:14px;color:#1a2233;background:#fff;margin:0;padding:16px">
            """);
        foreach (var line in (message ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            html.Append($"<p style=\"margin:0 0 12px\">{Text(line)}</p>");
        }
        html.Append($"""
            <h1 style="font-size:20px;margin:0 0 4px">{Text(texts["Statement"])}</h1>
            <p style="margin:0 0 12px"><strong>{Text(statement.PartyName)}</strong> · {Text(seller)}<br>
            {Text(texts["Statement.MailDays", display.Date(statement.From), display.Date(statement.To), display.Unit(statement.Currency)])}</p>
            <table style="border-collapse:collapse;width:100%"><thead><tr>
            """);
        foreach (var (heading, style) in ((string, string)[])[("Date", Cell), ("SourceColumn", Cell), ("Debit", Amount), ("Credit", Amount), ("Balance", Amount)])
        {
            html.Append($"<th style=\"{style};font-weight:600;background:#f3f5f8\">{Text(texts[heading])}</th>");
        }
        html.Append("</tr></thead><tbody>");
        AppendBalance(html, "Statement.Opening", statement.Opening);
        foreach (var line in statement.Lines)
        {
            html.Append($"""
                <tr><td style="{Cell};white-space:nowrap">{Text(display.Date(line.Date))}</td>
                <td style="{Cell}">{Text(texts["Enum:JournalSource." + line.Source])} <span dir="ltr">{Text(line.Reference)}</span></td>
                <td style="{Amount}">{Sum(line.Debit)}</td><td style="{Amount}">{Sum(line.Credit)}</td><td style="{Amount}">{Number(line.Balance)}</td></tr>
                """);
        }
        AppendBalance(html, "Statement.Closing", statement.Closing);
        html.Append("</tbody></table>");
        if (statement.IsCut)
        {
            html.Append($"<p>{Text(texts["Statement.MailCut"])}</p>");
        }
        return html.Append("</body></html>").ToString();
    }

    private void AppendBalance(StringBuilder html, string label, Money balance) => html.Append(
        $"<tr style=\"font-weight:600\"><td style=\"{Cell}\" colspan=\"4\">{Text(texts[label])}</td><td style=\"{Amount}\">{Number(balance)} {Text(display.Unit(balance.Currency))}</td></tr>");

    private string Sum(Money money) => money.IsZero ? "" : Number(money);

    /// <summary>A minus stays before its digits in Persian too.</summary>
    private string Number(Money money) => $"<bdi dir=\"ltr\">{Text(display.Amount(money))}</bdi>";

    private static string Text(string text) => Encoder.Encode(text);
}
