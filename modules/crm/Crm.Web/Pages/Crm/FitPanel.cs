using Crm.Customers;

namespace Crm.Web;

/// <summary>Whether somebody is the customer we wish for, on a page that has the handler Fit.</summary>
/// <param name="IsRefused">The form was sent back and stays open.</param>
/// <param name="Into">What htmx replaces.</param>
public record FitPanel(FitDto? Answer, bool MayJudge, bool IsRefused, string Into)
{
    public JudgeFitDto Fit { get; } = new() { Fit = Answer?.Fit, Note = Answer?.Note };

    public static string Tone(CustomerFit fit) => fit switch
    {
        CustomerFit.Ideal => "good",
        CustomerFit.Partly => "warn",
        _ => "bad",
    };
}
