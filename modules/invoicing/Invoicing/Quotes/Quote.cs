using Invoicing.Documents;
using Invoicing.Orders;
using Kernel.Texts;
using Volo.Abp;

namespace Invoicing.Quotes;

/// <summary>An offer to a customer, valid until its due day. What was sent never changes: a new version takes its place.</summary>
public class Quote : SalesDocument
{
    /// <summary>From 1.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Who answered for the customer by the quote's link; null when nobody did.</summary>
    public string? AnswerName { get; private set; }
    public string? AnswerRemark { get; private set; }

    /// <summary>In UTC.</summary>
    public DateTime? AnsweredAt { get; private set; }

    private Quote() { } // EF Core

    public Quote(Guid id, DocumentContent content) : base(id, DocumentKind.Quote, content, sourceId: null) { }

    private Quote(Guid id, DocumentContent content, Quote previous) : base(id, DocumentKind.Quote, content, previous.Id) => Version = previous.Version + 1;

    /// <summary>A later version stays the same customer's.</summary>
    public override void Rewrite(DocumentContent content) => base.Rewrite(Version == 1 ? content : content with { PartyId = PartyId });

    public void Send(string number) => Finish(number, DocumentState.Sent);

    /// <summary>Drafts the next version, valid as long from its day as this one was.</summary>
    public Quote Revise(Guid id, DateOnly date)
    {
        if (State is not (DocumentState.Sent or DocumentState.Declined))
        {
            throw new BusinessException(State == DocumentState.Superseded ? InvoicingErrorCodes.QuoteSuperseded : InvoicingErrorCodes.QuoteNotRevisable)
                .WithData("Number", Number ?? "");
        }
        return new Quote(id, ToContent(date, Due is { } due ? date.AddDays(due.DayNumber - Date.DayNumber) : null), this);
    }

    /// <summary>Sends a later version, from then on the one that counts. It has the number of the first, and its own behind it.</summary>
    /// <exception cref="BusinessException">The one before it was accepted or replaced meanwhile.</exception>
    public void SendInPlaceOf(Quote previous)
    {
        if (previous.Id != SourceId)
        {
            throw new ArgumentException("It is not the version before this one.", nameof(previous));
        }
        EnsureDraft();
        previous.Supersede();
        var first = previous.Version == 1 ? previous.Number! : previous.Number![..previous.Number!.LastIndexOf('-')];
        Finish($"{first}-{Version}", DocumentState.Sent);
    }

    /// <exception cref="BusinessException">The quote is not sent, or no longer valid on that day.</exception>
    public void Accept(DateOnly on)
    {
        EnsureAnswerable(on);
        State = DocumentState.Accepted;
    }

    public void Decline() => Move(DocumentState.Sent, DocumentState.Declined);

    /// <summary>What the customer himself said, by the link that was sent to him.</summary>
    /// <exception cref="BusinessException">It is answered, superseded, or no longer valid on that day; or he gave no name.</exception>
    public void AnswerByCustomer(bool accepts, string? name, string? remark, DateOnly on, DateTime at)
    {
        EnsureAnswerable(on);
        AnswerName = PersianText.Clean(Check.Length(name, nameof(name), DocumentConsts.MaxAnswerNameLength)) is { Length: > 0 } given
            ? given : throw new BusinessException(InvoicingErrorCodes.AnswerNameMissing);
        AnswerRemark = PersianText.Clean(Check.Length(remark, nameof(remark), DocumentConsts.MaxAnswerRemarkLength)) is { Length: > 0 } said ? said : null;
        AnsweredAt = at;
        State = accepts ? DocumentState.Accepted : DocumentState.Declined;
    }

    public Order ToOrder(Guid id, DateOnly date)
    {
        Move(DocumentState.Accepted, DocumentState.Ordered);
        return new Order(id, ToContent(date, due: null), Id);
    }

    /// <summary>Its draft order was thrown away, so that another one can be made.</summary>
    public void ReleaseOrder() => Move(DocumentState.Ordered, DocumentState.Accepted);

    private void Supersede()
    {
        if (State is not (DocumentState.Sent or DocumentState.Declined))
        {
            throw new BusinessException(State == DocumentState.Superseded ? InvoicingErrorCodes.QuoteSuperseded : InvoicingErrorCodes.QuoteNotRevisable)
                .WithData("Number", Number!);
        }
        State = DocumentState.Superseded;
    }

    private void EnsureAnswerable(DateOnly on)
    {
        var refused = State switch
        {
            DocumentState.Sent => Due < on ? InvoicingErrorCodes.QuoteExpired : null,
            DocumentState.Superseded => InvoicingErrorCodes.QuoteSuperseded,
            DocumentState.Draft => InvoicingErrorCodes.WrongState,
            _ => InvoicingErrorCodes.QuoteAnswered,
        };
        if (refused is not null)
        {
            throw new BusinessException(refused).WithData("Number", Number ?? "").WithData("Due", Due ?? Date);
        }
    }
}
