namespace Invoicing.Documents;

public enum DocumentKind
{
    Quote = 1,
    Order = 2,
    Invoice = 3,
    CreditNote = 4,
}

public enum DocumentState
{
    Draft = 0,

    /// <summary>A quote the customer has; past its validity it is shown as expired.</summary>
    Sent = 1,
    Accepted = 2,
    Declined = 3,

    /// <summary>A quote that became an order.</summary>
    Ordered = 4,

    Confirmed = 5,

    /// <summary>An order of which everything is invoiced.</summary>
    Invoiced = 6,

    Cancelled = 7,

    /// <summary>An invoice or credit note that counts. It never changes again.</summary>
    Issued = 8,

    /// <summary>A quote in whose place a newer version was sent.</summary>
    Superseded = 20,

    /// <summary>An order of which a part is invoiced.</summary>
    PartlyInvoiced = 21,

    /// <summary>An order of which a part was invoiced and the rest given up.</summary>
    Closed = 22,
}

/// <summary>How a document stands on a day, as people say it: its state, and for a quote validity, for an invoice payment.</summary>
public enum DocumentStatus
{
    Draft = 0,
    Sent = 1,
    Accepted = 2,
    Declined = 3,
    Ordered = 4,
    Confirmed = 5,
    Invoiced = 6,
    Cancelled = 7,
    Issued = 8,
    Expired = 9,
    Unpaid = 10,
    PartlyPaid = 11,
    Paid = 12,
    Overdue = 13,
    Superseded = 20,
    PartlyInvoiced = 21,
    Closed = 22,
}
