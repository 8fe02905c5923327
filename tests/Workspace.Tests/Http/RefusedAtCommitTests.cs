using System.Net;
using Accounting.Accounts;
using Inventory.Products;
using Invoicing.Documents;
using Invoicing.Invoices;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Uow;
using Workspace;

namespace Workspace.Tests.Http;

/// <summary>What another module refuses while a page's change is committed comes back as that page, and nothing of the change is kept.</summary>
public class RefusedAtCommitTests : WorkspaceTest<WorkspaceModule>
{
    [Fact]
    public async Task A_draft_of_a_deleted_product_says_which_product_it_was()
    {
        var product = await As.Admin(() => Get<IProductAppService>().CreateAsync(new CreateProductDto { Code = "P-1", Name = "Hydraulic press", Unit = "piece", TracksStock = true, UnitPrice = 100, Currency = "IRR" }));
        var draft = await DraftAsync(await Given.Customer("Acme"), product);
        await As.Admin(() => Get<IProductAppService>().DeleteAsync(product));
        using var visitor = await SignedIn();

        var answer = await (await visitor.GetAsync(DocumentUrls.Details(DocumentKind.Invoice, draft))).SubmitAsync([], "form[action*='act=Issue' i]");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.TextOf("main").ShouldContain("“Hydraulic press” was deleted");
        (await As.Admin(() => Get<IRepository<Invoice, Guid>>().GetAsync(draft))).State.ShouldBe(DocumentState.Draft);
    }

    private Task<Guid> DraftAsync(Guid party, Guid? productId) => As.Admin(() => Get<IInvoiceAppService>().CreateAsync(new DraftDocumentDto
    {
        PartyId = party, Date = Given.Day, Currency = "IRR",
        Lines = [new DraftLineDto { Description = "Presses", ProductId = productId, Quantity = 1, UnitPrice = 100, TaxPercent = 0 }]
    }));

    private async Task InUnitOfWork(Func<Task> work)
    {
        using var unit = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
        await work();
        await unit.CompleteAsync();
    }
}
