using Kernel.Reading;
using System.Globalization;
using Invoicing.Documents;
using Invoicing.Permissions;
using Microsoft.AspNetCore.Authorization;
using Kernel.Rights;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;

namespace Invoicing.Web;

[Reads("Invoicing.{kind}", Words = nameof(Q), Rows = "List.Rows")]
public class IndexModel(ISalesDocumentAppService documents, IRights rights) : DocumentPageModel
{
    private const string Overdue = "overdue";

    [BindProperty(SupportsGet = true)] public string? Q { get; set; }

    /// <summary>A <see cref="DocumentState"/> or "overdue".</summary>
    [BindProperty(SupportsGet = true)] public string? State { get; set; }

    [BindProperty(SupportsGet = true)] public Guid? PartyId { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? AfterDate { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? AfterId { get; set; }

    public SalesDocumentPage List { get; private set; } = null!;
    public string? NewUrl { get; private set; }
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || !string.IsNullOrEmpty(State) || PartyId is not null;

    public List<SelectListItem> States =>
    [
        new(L["AllStates"], "", string.IsNullOrEmpty(State)),
        .. StatesOf(Kind).Select(state => new SelectListItem(L["Enum:DocumentState." + state], state.ToString(), State == state.ToString())),
        .. Kind == DocumentKind.Invoice ? [new SelectListItem(L["OnlyOverdue"], Overdue, State == Overdue)] : Array.Empty<SelectListItem>(),
    ];

    public string? NextUrl => !List.HasMore ? null : QueryHelpers.AddQueryString(DocumentUrls.List(Kind), new Dictionary<string, string?>
    {
        ["q"] = Q,
        ["state"] = State,
        ["partyId"] = PartyId?.ToString(),
        ["afterDate"] = List.Rows[^1].Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["afterId"] = List.Rows[^1].Id.ToString(),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    public virtual async Task<IActionResult> OnGetAsync()
    {
        List = await documents.GetListAsync(new SalesDocumentListInput
        {
            Kind = Kind,
            PartyId = PartyId,
            State = Enum.TryParse<DocumentState>(State, out var state) ? state : null,
            Overdue = State == Overdue,
            Text = Q,
            AfterDate = AfterDate,
            AfterId = AfterId,
        });
        var mayCreate = Kind != DocumentKind.CreditNote && await AuthorizationService.IsGrantedAsync(InvoicingPermissions.ToManage(Kind))
            && await rights.GetAccessAsync(InvoicingPermissions.ToAmounts(Kind)) == FieldAccess.Changeable;
        NewUrl = mayCreate ? DocumentUrls.New(Kind, PartyId) : null;
        return PageOr("_Documents");
    }

    private static DocumentState[] StatesOf(DocumentKind kind) => kind switch
    {
        DocumentKind.Quote => [DocumentState.Draft, DocumentState.Sent, DocumentState.Accepted, DocumentState.Ordered, DocumentState.Declined, DocumentState.Superseded],
        DocumentKind.Order => [DocumentState.Draft, DocumentState.Confirmed, DocumentState.PartlyInvoiced, DocumentState.Invoiced, DocumentState.Cancelled, DocumentState.Closed],
        _ => [DocumentState.Draft, DocumentState.Issued],
    };
}
