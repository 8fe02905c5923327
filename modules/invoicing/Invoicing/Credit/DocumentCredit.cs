using Invoicing.Documents;
using Kernel.Monetary;
using Volo.Abp.DependencyInjection;

namespace Invoicing.Credit;

/// <summary>Asks every credit gate that the host has; without one, everybody has credit.</summary>
public class DocumentCredit(IEnumerable<ICreditGate> gates) : ITransientDependency
{
    public Task PassAsync(SalesDocument document, string? reason) => PassAsync(
        new CreditQuestion(document.PartyId, document.Kind, document.Id, document.Number, document.Date, document.Total, reason));

    /// <param name="amount">Of what goes out, as far as it is on no invoice.</param>
    public Task PassDeliveryAsync(SalesDocument order, Money amount, DateOnly date, string? reason) => PassAsync(OfDelivery(order, amount, date) with { Reason = reason });

    private async Task PassAsync(CreditQuestion question)
    {
        foreach (var gate in gates)
        {
            await gate.PassAsync(question);
        }
    }

    /// <returns>Of a draft order or invoice the gravest answer; null when none has one.</returns>
    public async Task<CreditAnswer?> FindAnswerAsync(SalesDocumentDto document)
    {
        if (document is not { Kind: DocumentKind.Order or DocumentKind.Invoice, State: DocumentState.Draft, Total: { } total })
        {
            return null;
        }
        return await GravestAsync(new CreditQuestion(document.PartyId, document.Kind, document.Id, document.Number, document.Date, total));
    }

    /// <inheritdoc cref="PassDeliveryAsync"/>
    /// <returns>The gravest answer; null when there is none.</returns>
    public Task<CreditAnswer?> FindDeliveryAnswerAsync(SalesDocument order, Money amount, DateOnly date) => GravestAsync(OfDelivery(order, amount, date));

    private static CreditQuestion OfDelivery(SalesDocument order, Money amount, DateOnly date) =>
        new(order.PartyId, order.Kind, order.Id, order.Number, date, amount, IsDelivery: true);

    private async Task<CreditAnswer?> GravestAsync(CreditQuestion question)
    {
        var answers = new List<CreditAnswer>();
        foreach (var gate in gates)
        {
            if (await gate.GetAnswerAsync(question) is { } answer)
            {
                answers.Add(answer);
            }
        }
        return answers.OrderByDescending(answer => answer.IsOver).ThenByDescending(answer => answer.Refuses).FirstOrDefault();
    }
}
