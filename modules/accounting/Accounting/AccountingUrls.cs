using Accounting.Journal;
using Invoicing.Documents;

namespace Accounting;

public static class AccountingUrls
{
    public const string Receipts = "/Accounting/Receipts";
    public const string Refunds = "/Accounting/Refunds";
    public const string Journal = "/Accounting/Journal";
    public const string Accounts = "/Accounting/Accounts";
    public const string Receivables = "/Accounting/Receivables";
    public const string Cheques = "/Accounting/Cheques";
    public const string Closings = "/Accounting/Closings";
    public const string Revaluations = "/Accounting/Revaluations";

    public const string Credit = "/Accounting/Credit";
    public const string CreditPolicies = "/Accounting/Credit/Policies";
    public const string Rates = "/Accounting/Rates";

    public static string CreditOf(Guid partyId) => $"{Credit}/Details/{partyId}";

    public static string Receipt(Guid id) => $"{Receipts}/Details/{id}";

    public static string NewReceipt(Guid? partyId = null) => $"{Receipts}/Create" + (partyId is { } id ? $"?partyId={id}" : "");

    public static string Refund(Guid id) => $"{Refunds}/Details/{id}";

    /// <param name="receiptId">What is to be paid back of, as <paramref name="invoiceId"/>; neither: the page asks.</param>
    public static string NewRefund(Guid? partyId = null, Guid? receiptId = null, Guid? invoiceId = null) =>
        $"{Refunds}/Create" + (partyId is { } id ? $"?partyId={id}" : "") + (receiptId is { } receipt ? $"&receiptId={receipt}" : "") + (invoiceId is { } invoice ? $"&invoiceId={invoice}" : "");

    public static string Statement(Guid partyId) => $"/Accounting/Statements/{partyId}";

    /// <summary>The account as a statement that was sent shows it, by its days and currency.</summary>
    public static string SentStatement(Guid partyId, Guid mailId) => $"{Statement(partyId)}?mailId={mailId}";

    public static string Cheque(Guid id) => $"{Cheques}/Details/{id}";

    public static string Entry(Guid id) => $"{Journal}/Details/{id}";

    /// <summary>The entries that moved an account.</summary>
    public static string JournalOf(Guid accountId) => $"{Journal}?accountId={accountId}";

    /// <summary>Where that is shown which an entry was posted for.</summary>
    public static string Source(JournalSource source, Guid id) => source switch
    {
        JournalSource.Invoice => DocumentUrls.Details(DocumentKind.Invoice, id),
        JournalSource.CreditNote => DocumentUrls.Details(DocumentKind.CreditNote, id),
        JournalSource.Receipt or JournalSource.ExchangeDifference => Receipt(id),
        JournalSource.Refund => Refund(id),
        JournalSource.Cheque => Cheque(id),
        JournalSource.Revaluation => Revaluations,
        _ => Entry(id),
    };
}
