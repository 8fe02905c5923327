using Invoicing.CreditNotes;
using Invoicing.Documents;
using Invoicing.EInvoices;
using Invoicing.Invoices;
using Invoicing.Settings;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.SettingManagement;
using Workspace;

namespace Workspace.Tests.EInvoices;

/// <summary>What is issued is reported to the tax system once, under an id that never changes, and what corrects it names what it corrects.</summary>
public class EInvoiceTests : WorkspaceTest<WorkspaceModule>
{
    [Theory]
    [InlineData("fa", "تأیید شده", "برگشت از فروش")]
    [InlineData("en", "Accepted", "Return")]
    public async Task An_invoice_is_sent_and_what_corrects_it_follows_in_its_chain(string language, string accepted, string returned)
    {
        await MemoryAsync("A11216");
        var invoice = await Given.Invoice(await Given.Customer("Acme"), 1_000m);
        (await ChainAsync(invoice)).ShouldHaveSingleItem().State.ShouldBe(EInvoiceState.Waiting);
        await SendAsync(invoice);
        var first = await CreditAsync(invoice, 300m);
        await SendAsync(first);
        var second = await CreditAsync(invoice, 200m);
        await SendAsync(second);

        var chain = await ChainAsync(second);
        chain.Select(one => (one.DocumentId, one.Subject, one.State)).ShouldBe(
            [(invoice, EInvoiceSubject.Original, EInvoiceState.Accepted), (first, EInvoiceSubject.Return, EInvoiceState.Accepted), (second, EInvoiceSubject.Return, EInvoiceState.Accepted)]);
        chain.Select(one => one.Corrects).ShouldBe([null, chain[0].TaxId, chain[1].TaxId], "each names the one before it");
        chain.ShouldAllBe(one => TaxId.IsValid(one.TaxId));
        using var visitor = await SignedIn("admin", language);
        var page = await visitor.GetAsync(DocumentUrls.Details(DocumentKind.Invoice, invoice));
        page.TextOf("#e-invoices").ShouldContain(accepted);
        page.TextOf("#e-invoices").ShouldContain(returned);
    }

    [Fact]
    public async Task A_job_that_runs_again_reports_nothing_twice_and_a_voided_invoice_is_a_cancellation()
    {
        await MemoryAsync("A111A1");
        var invoice = await Given.Invoice(await Given.Customer("Acme"), 1_000m);
        await SendAsync(invoice);
        await SendAsync(invoice);
        var note = await As.Admin(() => Get<IInvoiceAppService>().VoidAsync(invoice));
        await Task.WhenAll(Task.Run(() => TrySendAsync(note)), Task.Run(() => TrySendAsync(note)));

        var chain = await ChainAsync(invoice);
        chain.Select(one => (one.Subject, one.State)).ShouldBe([(EInvoiceSubject.Original, EInvoiceState.Accepted), (EInvoiceSubject.Cancellation, EInvoiceState.Accepted)]);
        var ids = chain.Select(one => one.TaxId).ToHashSet();
        App.Services.GetRequiredService<SimulatedTaxAuthority>().Taken.Count(message => ids.Contains(message.TaxId)).ShouldBe(2);
    }

    [Fact]
    public async Task A_credit_note_whose_invoice_was_never_reported_is_rejected_with_the_reason_and_can_be_sent_again()
    {
        var invoice = await Given.Invoice(await Given.Customer("Acme"), 1_000m);
        (await ChainAsync(invoice)).ShouldBeEmpty("no tax memory, no electronic invoice");
        await MemoryAsync("B77777");
        var note = await CreditAsync(invoice, 100m);
        await SendAsync(note);

        var rejected = (await ChainAsync(note)).ShouldHaveSingleItem();
        (rejected.State, rejected.Fault).ShouldBe((EInvoiceState.Rejected, "The invoice that it corrects is missing"));
        using var visitor = await SignedIn();
        await (await visitor.GetAsync(DocumentUrls.Details(DocumentKind.CreditNote, note))).SubmitAsync([], "form[action*='Resend']");
        var again = (await ChainAsync(note)).ShouldHaveSingleItem();
        (again.State, again.TaxId).ShouldBe((EInvoiceState.Waiting, rejected.TaxId));
    }

    private Task MemoryAsync(string memory) =>
        As.Admin(() => Get<ISettingManager>().SetAsync(InvoicingSettings.TaxMemoryId, memory, "T", As.TenantId.ToString()));

    private Task<List<EInvoiceDto>> ChainAsync(Guid document) => As.Admin(() => Get<IEInvoiceAppService>().GetChainAsync(document));

    /// <summary>As the worker runs it: in the tenant, with nobody signed in.</summary>
    private Task SendAsync(Guid document) => As.Nobody(async () =>
    {
        await using var scope = App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SendEInvoiceJob>().ExecuteAsync(new SendEInvoiceArgs { TenantId = As.TenantId, DocumentId = document });
    });

    private async Task TrySendAsync(Guid document)
    {
        try { await SendAsync(document); }
        catch (Volo.Abp.Data.AbpDbConcurrencyException) { await SendAsync(document); } // as the worker tries again
    }

    private Task<Guid> CreditAsync(Guid invoice, decimal amount) => As.Admin(async () =>
    {
        var note = await Get<IInvoiceAppService>().CreateCreditNoteAsync(invoice);
        var draft = await Get<ISalesDocumentAppService>().GetAsync(note);
        await Get<ICreditNoteAppService>().UpdateAsync(note, new DraftDocumentDto
        {
            PartyId = draft.PartyId, Date = Given.Day, Currency = "IRR", ConcurrencyStamp = draft.ConcurrencyStamp,
            Lines = [new DraftLineDto { Description = "Correction", Quantity = 1, UnitPrice = amount }],
        });
        await Get<ICreditNoteAppService>().IssueAsync(note);
        return note;
    });
}
