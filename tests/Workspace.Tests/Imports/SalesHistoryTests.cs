using Inventory.Products;
using Inventory.Stock;
using Invoicing;
using Invoicing.CreditNotes;
using Invoicing.Documents;
using Invoicing.Invoices;
using Kernel;
using Kernel.Imports;
using Kernel.Monetary;
using Microsoft.EntityFrameworkCore;
using Parties.Parties;

namespace Workspace.Tests.Imports;

/// <summary>What docs/import-sales-history.md says of single rows, on small files.</summary>
public class SalesHistoryTests : ImportTest
{
    private const string Header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private const string Importer = "sales-history";

    [Theory]
    [InlineData("POST", false)]
    [InlineData("BANK CHARGES", false)]
    [InlineData("m", false)]
    [InlineData("gift_0001_20", false)]
    [InlineData("POSTER", true)]
    [InlineData("85123A", true)]
    public async Task A_charge_is_a_product_without_stock(string code, bool tracksStock)
    {
        await Send($"1,{code},Something,2,2010-12-01 08:26:00,15.0,12583.0,France");

        var product = (await Products()).ShouldHaveSingleItem();
        (product.Code, product.Name, product.TracksStock).ShouldBe((code, "Something", tracksStock));
        (await Documents()).ShouldHaveSingleItem().Total.ShouldBe(Pounds(30m));
    }

    [Fact]
    public async Task A_bad_debt_is_an_invoice_or_a_credit_note_by_its_sign()
    {
        await Send(
            "A563185,B,Adjust bad debt,1,2011-08-12 14:50:00,11062.06,,United Kingdom",
            "A563186,B,Adjust bad debt,1,2011-08-12 14:51:00,-11062.06,,United Kingdom");

        var (invoice, credit) = (await Documents()) is [var one, var other] ? (one, other) : throw new ShouldAssertException("Two documents were expected.");
        (invoice.Number, invoice.Kind, invoice.Total).ShouldBe(("A563185", DocumentKind.Invoice, Pounds(11062.06m)));
        (credit.Number, credit.Kind, credit.Total).ShouldBe(("A563186", DocumentKind.CreditNote, Pounds(11062.06m)));
        (await Products()).ShouldHaveSingleItem().TracksStock.ShouldBeFalse();
        (await Receivable()).ShouldBe(0m);
    }

    [Fact]
    public async Task A_cancellation_is_a_credit_note_that_lowers_the_balance_and_no_invoices_open_amount()
    {
        await Send(
            "536365,85123A,Holder,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom",
            "C536379,85123A,Holder,-2,2010-12-01 09:41:00,2.55,17850.0,United Kingdom");

        var documents = await Documents();
        documents.ConvertAll(document => (document.Kind, document.Total, document.Open)).ShouldBe(
            [(DocumentKind.Invoice, Pounds(15.30m), Pounds(15.30m)), (DocumentKind.CreditNote, Pounds(5.10m), Pounds(0))]);
        documents[1].Lines.ShouldHaveSingleItem().Quantity.ShouldBe(2);
        (await Receivable()).ShouldBe(10.20m);
        (await Ask<StockMove, int>(moves => moves.Count())).ShouldBe(0);
    }

    [Fact]
    public async Task A_price_of_three_decimals_stays_and_its_line_is_rounded_half_up_to_the_penny()
    {
        await Send("1,A,Ribbon,1,2010-12-01,0.125,,", "1,A,Ribbon,3,2010-12-01,0.125,,", "1,A,Ribbon,2,2010-12-01,0.001,,");

        var invoice = (await Documents()).ShouldHaveSingleItem();
        invoice.Lines.OrderBy(line => line.Ordinal).Select(line => (line.UnitPrice, line.NetAmount)).ShouldBe([(0.125m, 13L), (0.125m, 38L), (0.001m, 0L)]);
        invoice.Total.ShouldBe(Pounds(0.51m));
    }

    [Fact]
    public async Task A_code_with_two_names_is_one_product_with_the_first_and_each_line_keeps_its_own()
    {
        await Send(
            "1,20713,,1,2010-12-01,0,,United Kingdom",
            "2,20713,JUMBO BAG OWLS,1,2010-12-01,1.95,,United Kingdom",
            "3,20713,wrongly marked,1,2010-12-02,2.10,,United Kingdom",
            "4,85123a,Holder,1,2010-12-02,2.55,,United Kingdom",
            "5,85123A,Another holder,1,2010-12-02,2.95,,United Kingdom");

        (await Products()).ConvertAll(product => (product.Code, product.Name)).ShouldBe([("20713", "JUMBO BAG OWLS"), ("85123a", "Holder")]);
        (await Documents()).ConvertAll(document => document.Lines[0].Description).ShouldBe(["20713", "JUMBO BAG OWLS", "wrongly marked", "Holder", "Another holder"]);
    }

    [Fact]
    public async Task Who_is_not_named_is_the_one_cash_customer_and_a_number_is_one_company()
    {
        await Send("1,A,Bag,1,2010-12-01,1,,EIRE", "2,A,Bag,1,2010-12-02,1,,France", "3,A,Bag,1,2010-12-03,1,17850.0,Spain", "4,A,Bag,1,2010-12-04,1,17850,Spain");

        var parties = await Ask<Party, List<Party>>(all => all.Include(party => party.Identifiers).Include(party => party.Addresses).ToList());
        parties.Count.ShouldBe(2);
        var company = parties.Single(party => party.Identifiers.Any(identifier => identifier.Value == "17850"));
        (company.Kind, company.Is(PartyRoles.Customer)).ShouldBe((PartyKind.Company, true));
        var cash = parties.Single(party => party != company);
        (await Documents()).ConvertAll(document => document.PartyId).ShouldBe([cash.Id, cash.Id, company.Id, company.Id]);
    }

    [Fact]
    public async Task A_malformed_row_is_reported_stops_nothing_and_comes_in_once_it_is_mended()
    {
        var file = string.Join('\n',
            "1,A,Bag,2,2010-12-01 08:26:00,1.50,17850.0,France",
            "2,A,Bag,many,2010-12-01 08:26:00,1.50,17850.0,France",
            "2,B,Box,1,2010-12-01 08:26:00,1.00,17850.0,France",
            "3,A,Bag,1,2010-02-30 08:26:00,1.50,17850.0,France",
            "4,A,Bag,1,2010-12-01 08:26:00,1.50",
            "5,A,Bag,1,2010-12-01 08:26:00,cheap,17850.0,France",
            "6,,Bag,1,2010-12-01 08:26:00,1.50,17850.0,France",
            "7,A,Bag,-1,2010-12-01 08:26:00,1.50,17850.0,France",
            "8,A,damaged,-30,2010-12-01 08:26:00,0.0,,United Kingdom",
            "9,A,Bag,1,2010-12-01 08:26:00,1.50,17850.0,France");

        var first = await Import(Importer, Header + file);

        (first.State, first.Rows, first.Created, first.Refused).ShouldBe((ImportState.Completed, 10, 2, 8));
        (await Documents()).ConvertAll(document => document.Number).ShouldBe(["1", "9"]);
        var errors = await File.ReadAllLinesAsync(first.ErrorFile!);
        errors[0].ShouldBe(Header.Trim() + ",error_line,error_code,error_reason");
        errors[1..].Select(ReasonOf).ShouldBe(
        [
            ("3", KernelErrorCodes.Imports.InvalidValue), ("4", KernelErrorCodes.Imports.GroupRefused), ("5", KernelErrorCodes.Imports.InvalidValue),
            ("6", KernelErrorCodes.Imports.WrongFieldCount), ("7", KernelErrorCodes.Imports.InvalidValue), ("8", KernelErrorCodes.Imports.Required),
            ("9", InvoicingErrorCodes.QuantityNotPositive), ("10", InvoicingErrorCodes.WriteOff),
        ]);
        errors[1].ShouldContain("«many» is not a valid value for «Quantity».");
        errors[8].ShouldContain("“damaged” (-30, at no price and without a customer) is a stock write-off, not a sale. Book it in inventory.");

        var mended = (await File.ReadAllTextAsync(first.ErrorFile!)).Replace(",many,", ",4,").Replace("2010-02-30", "2010-02-28")
            .Replace("1.50,,,6,", "1.50,17850.0,France,6,").Replace(",cheap,", ",1.50,").Replace("6,,Bag", "6,A,Bag").Replace(",-1,", ",1,");
        var second = await Import(Importer, mended);

        (second.Created, second.Refused).ShouldBe((7, 1));
        second.RefusedByReason.Keys.ShouldBe([InvoicingErrorCodes.WriteOff]);
        (await Documents()).ConvertAll(document => document.Number).ShouldBe(["1", "2", "3", "4", "5", "6", "7", "9"]);
        (await Receivable()).ShouldBe(3m + 7m + 6 * 1.50m);
    }

    [Fact]
    public async Task A_number_that_is_there_is_left_alone_and_with_other_lines_it_is_refused()
    {
        const string line = "1,A,Bag,2,2010-12-01,1.50,17850.0,France";
        await Send(line);

        var again = await Import(Importer, Header + line);
        (again.Created, again.Unchanged).ShouldBe((0, 1));
        var longer = await Import(Importer, Header + line + "\n" + line);
        longer.RefusedByReason.ShouldBe(new Dictionary<string, long> { [InvoicingErrorCodes.NumberTaken] = 2 });
        (await Documents()).Count.ShouldBe(1);
        (await Receivable()).ShouldBe(3m);
    }

    private async Task Send(params string[] lines)
    {
        var progress = await Import(Importer, Header + string.Join('\n', lines));
        progress.Created.ShouldBe(lines.Length, string.Join(", ", progress.RefusedByReason));
    }

    /// <summary>In the order of their numbers, with their lines.</summary>
    private Task<List<SalesDocument>> Documents() => As.Admin(async () =>
    {
        var invoices = await Ask<Invoice, List<Invoice>>(all => all.Include(document => document.Lines).ToList());
        var credits = await Ask<CreditNote, List<CreditNote>>(all => all.Include(document => document.Lines).ToList());
        return invoices.Concat<SalesDocument>(credits).OrderBy(document => document.Number, StringComparer.Ordinal).ToList();
    });

    private Task<List<Product>> Products() => Ask<Product, List<Product>>(all => all.OrderBy(product => product.Code).ToList());

    private Task<decimal> Receivable() => ReceivableOf(Currencies.Pound);

    private static Money Pounds(decimal amount) => Money.Of(amount, Currencies.Pound);

    /// <summary>Line and code, which stand behind the row's own eight fields.</summary>
    private static (string Line, string Code) ReasonOf(string line) => line.Split(',') is { } fields ? (fields[8], fields[9]) : default;
}
