using Invoicing.Documents;
using Invoicing.Invoices;
using Invoicing.Orders;
using Xunit.Abstractions;

namespace Providers.Tests;

/// <summary>
/// Issuing an invoice numbers and posts it, measures credit and moves its goods. Neither what it waits for nor how many statements that are
/// grows with its lines: moves are inserted by one statement, and levels follow from them by another.
/// </summary>
public class IssueCostTests(ITestOutputHelper output)
{
    private const int Few = 5, Many = 20;

    [PostgresFact]
    public async Task An_invoice_of_twenty_lines_costs_as_many_statements_as_one_of_five()
    {
        using var here = Here.On(DatabaseProvider.PostgreSql);
        foreach (var ofOrder in new[] { true, false })
        {
            var (few, many) = await IssueAsync(here, ofOrder);

            many.Count.ShouldBe(few.Count, $"of an order: {ofOrder}");
            StatementsOf(many).ShouldBe(StatementsOf(few), $"of an order: {ofOrder}");
        }
    }

    private async Task<(IReadOnlyList<string> Few, IReadOnlyList<string> Many)> IssueAsync(Here here, bool ofOrder)
    {
        var (acme, goods) = (await here.Given.Customer(), new List<Guid>());
        for (var i = 0; i < Many; i++) { goods.Add(await here.Given.Goods($"{(ofOrder ? 'O' : 'D')}-{i:00}", onHand: 100)); }
        await IssueAsync(here, await DraftAsync(here, acme, goods[..2], ofOrder)); // what is read once and remembered

        var few = await IssueAsync(here, await DraftAsync(here, acme, goods[..Few], ofOrder));
        var many = await IssueAsync(here, await DraftAsync(here, acme, goods, ofOrder));
        output.WriteLine($"{(ofOrder ? "of an order" : "without an order")}: {few.Count} commands of {StatementsOf(few)} statements with {Few} lines, {many.Count} of {StatementsOf(many)} with {Many}");
        foreach (var command in many)
        {
            output.WriteLine($"{StatementsOf([command]),6} {command[..Math.Min(90, command.Length)].ReplaceLineEndings(" ")}");
        }
        return (few, many);
    }

    private static async Task<Guid> DraftAsync(Here here, Guid party, List<Guid> goods, bool ofOrder)
    {
        var draft = new DraftDocumentDto
        {
            PartyId = party, Date = Given.Day, Lines = goods.ConvertAll(product => new DraftLineDto { ProductId = product, Description = "Press", Quantity = 1, UnitPrice = 1_000, TaxPercent = 9 }),
        };
        if (!ofOrder)
        {
            return await here.Ask<IInvoiceAppService, Guid>(invoices => invoices.CreateAsync(draft));
        }
        var order = await here.Ask<IOrderAppService, Guid>(orders => orders.CreateAsync(draft));
        await here.Tell<IOrderAppService>(orders => orders.ConfirmAsync(order));
        return await here.Ask<IOrderAppService, Guid>(orders => orders.CreateInvoiceAsync(order));
    }

    private static Task<IReadOnlyList<string>> IssueAsync(Here here, Guid invoice) =>
        StatementLog.CommandsOfAsync(() => here.Tell<IInvoiceAppService>(invoices => invoices.IssueAsync(invoice)));

    private static int StatementsOf(IEnumerable<string> commands) => commands.Sum(command => command.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length);
}
