using System.Reflection;
using Accounting.Accounts;
using Accounting.Journal;
using Accounting.Receipts;
using Crm.Activities;
using Crm.Contacts;
using Crm.Customers;
using Crm.Pipelines;
using Invoicing.Documents;
using Invoicing.Invoices;
using Invoicing.Orders;
using Invoicing.Quotes;
using Kernel.Calendars;
using Kernel.Monetary;
using Parties.Parties;

namespace Benchmarks.DataSet;

/// <summary>
/// Customers with two years of business, the same for the same number: log-normal documents of mean 2 quotes, 3 orders of 3 lines, 3 invoices and
/// 3 payments each; and beside them customers with open deals only. Every row is made by the aggregate that guards it.
/// </summary>
/// <param name="accounts">The ledger's accounts by key.</param>
/// <param name="owners">Users in charge, in turn.</param>
internal sealed class Business(BulkWriter writer, IReadOnlyDictionary<string, Guid> accounts, IReadOnlyList<Guid> owners, IReadOnlyList<Guid> products, Guid tenantId)
{
    public static readonly DateOnly LastDay = new(2026, 11, 20);
    private const int Days = 730;
    private const double Sigma = 1;

    private readonly Random _random = new(1405);
    private readonly Dictionary<(string Series, int Year), int> _numbers = [];
    private long _ids;

    /// <summary>How many numbers of each series were given.</summary>
    public IReadOnlyDictionary<(string Series, int Year), int> Numbers => _numbers;

    /// <summary>A customer who only ever had open deals, in any stage: those with a business stay as they are.</summary>
    public void AddDealer(int index, Pipeline pipeline, int deals)
    {
        var owner = owners[index % owners.Count];
        var party = Company(index, owner);
        Save(party, PartyRoles.Customer);
        var profile = new Customer(party.Id);
        writer.Add(profile, At(LastDay.AddDays(-Days)));
        for (; deals > 0; deals--) { AddDeal(profile, pipeline, owner); }
    }

    private void AddDeal(Customer customer, Pipeline pipeline, Guid owner)
    {
        var (opened, product) = (LastDay.AddDays(-_random.Next(1, 300)), PersianWords.Products[_random.Next(products.Count)]);
        var deal = customer.OpenOpportunity(NextId(), $"فروش {product.Name}", pipeline, Money.Of(product.Price * _random.Next(2, 40), Currencies.Rial), LastDay.AddDays(_random.Next(-20, 120)), opened, At(LastDay), NextId());
        deal.Describe(deal.Title, deal.Amount, deal.ExpectedClose, "تأمین یک‌ساله با قیمت ثابت");
        deal.SetOwner(owner, null);
        deal.PlanNextStep("تماس با مدیر خرید", LastDay.AddDays(_random.Next(-5, 30)));
        var stage = pipeline.Stages.OrderBy(stage => stage.Order).ElementAt(_random.Next(pipeline.Stages.Count));
        if (stage.Id != deal.StageId) { deal.ChangePipeline(pipeline, stage.Id, At(opened.AddDays(_random.Next(0, LastDay.DayNumber - opened.DayNumber))).AddSeconds(_random.Next(20_000)), NextId(), openItems: []); }
        writer.Add(deal, At(opened));
        foreach (var move in deal.Moves) { writer.Add(move, move.At); }
    }

    public void AddCustomer(int index)
    {
        var owner = owners[index % owners.Count];
        var party = index % 4 == 3 ? Person(owner) : Company(index, owner);
        Save(party, PartyRoles.Customer);
        if (party.Kind == PartyKind.Company) { AddContacts(party, owner); }
        // The median has less, a few have very much.
        var size = Math.Exp(Sigma * Normal() - Sigma * Sigma / 2);
        AddTalks(party.Id, owner, Count(5 * size));
        for (var quotes = Count(2 * size); quotes > 0; quotes--) { AddQuote(party.Id); }
        for (var orders = Count(3 * size); orders > 0; orders--) { Sell(party.Id); }
    }

    private Party Person(Guid owner)
    {
        var person = Party.Person(NextId(), PartyNumber(), Any(PersianWords.FirstNames), Any(PersianWords.LastNames), tenantId);
        person.SetOwner(owner);
        person.AddContactPoint(PartyContactPointType.Mobile, Mobile(), isPreferred: true);
        return person;
    }

    private Party Company(int index, Guid owner)
    {
        var place = Any(PersianWords.Places);
        var company = Party.Company(NextId(), PartyNumber(), $"{Any(PersianWords.Trades)} {Any(PersianWords.CompanyNames)} {place.City} {index}", tenantId);
        company.SetOwner(owner);
        company.Identify(PartyIdentifierType.CompanyId, CompanyId(index));
        company.AddContactPoint(PartyContactPointType.Phone, $"{place.Code}{_random.Next(30_000_000, 89_999_999)}");
        company.AddContactPoint(PartyContactPointType.Mobile, Mobile(), isPreferred: true);
        company.AddContactPoint(PartyContactPointType.Email, $"info{index}@customer.example");
        company.AddAddress(place.Province, place.City, $"{Any(PersianWords.Streets)}، پلاک {_random.Next(2, 240)}", postalCode: null);
        return company;
    }

    private void AddContacts(Party company, Guid owner)
    {
        for (var i = _random.Next(1, 3); i > 0; i--)
        {
            var person = Person(owner);
            Save(person, PartyRoles.Contact);
            var contact = NewContact(company.Id, person.Id);
            contact.Describe(Any(PersianWords.Positions), isDecisionMaker: i == 1);
            writer.Add(contact, At(LastDay.AddDays(-Days)));
        }
    }

    /// <summary>Only ContactManager makes one, a statement each.</summary>
    private Contact NewContact(Guid companyId, Guid personId) => (Contact)Activator.CreateInstance(
        typeof(Contact), BindingFlags.Instance | BindingFlags.NonPublic, binder: null, [NextId(), companyId, personId], culture: null)!;

    private void AddTalks(Guid partyId, Guid owner, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var at = At(AnyDay()).AddMinutes(_random.Next(0, 480));
            writer.Add(i % 5 == 4
                ? Activity.Plan(NextId(), ActivityKind.Task, partyId, Any(PersianWords.Tasks), null, DateOnly.FromDateTime(at).AddDays(10), null, owner)
                : Activity.LogCall(NextId(), partyId, Any(PersianWords.Talks), CallDirection.Outgoing, CallResult.Talked, at, at, owner), at);
        }
    }

    private void AddQuote(Guid partyId)
    {
        var day = AnyDay();
        var quote = new Quote(NextId(), Content(partyId, day, day.AddDays(14), _random.Next(1, 4)));
        quote.Send(DocumentNumber("QUO", day));
        if (_random.Next(3) == 0) { quote.Decline(); }
        Save(quote, quote.Lines);
    }

    /// <summary>An order, its invoice, its posting, and the payment that comes or does not.</summary>
    private void Sell(Guid partyId)
    {
        var day = AnyDay();
        var order = new Order(NextId(), Content(partyId, day, day.AddDays(14), 3));
        order.Confirm(DocumentNumber("ORD", day));
        var invoice = order.ToInvoice(NextId(), day, day.AddDays(30));
        invoice.Issue(DocumentNumber("INV", day));
        Post(day, JournalSource.Invoice, invoice.Id, invoice.Number!, InvoicePostingHandler.PostingsOf(
            invoice.GetLocalEvents().Select(raised => raised.EventData).OfType<InvoiceIssuedEvent>().Single(), key => accounts[key]));
        Pay(invoice);
        Save(order, order.Lines);
        Save(invoice, invoice.Lines);
    }

    /// <summary>Seven of ten pay at once, two in two parts of which the second may be missing, one not at all.</summary>
    private void Pay(Invoice invoice)
    {
        var (chance, total) = (_random.Next(20), invoice.Total.Amount);
        if (chance < 13) { Pay(invoice, total); }
        else if (chance < 15) { Pay(invoice, total / 2); }
        else if (chance < 18)
        {
            Pay(invoice, total / 2);
            Pay(invoice, total - total / 2);
        }
    }

    private void Pay(Invoice invoice, long amount)
    {
        var (day, money) = (invoice.Date.AddDays(_random.Next(0, 25)), new Money(amount, invoice.Currency));
        var receipt = new Receipt(NextId(), DocumentNumber("RCP", day), invoice.PartyId, day, ReceiptMethod.Transfer, money, accounts[AccountKeys.Bank], note: null);
        receipt.Allocate(invoice.Id, invoice.Number!, money);
        invoice.Settle(money);
        receipt.PostedBy(Post(day, JournalSource.Receipt, receipt.Id, receipt.Number,
            [Posting.ToDebit(receipt.AccountId, money), Posting.ToCredit(accounts[AccountKeys.Receivables], money, receipt.PartyId)]));
        writer.Add(receipt, At(day));
        foreach (var allocation in receipt.Allocations) { writer.Add(allocation, At(day)); }
    }

    private Guid Post(DateOnly day, JournalSource source, Guid sourceId, string reference, IReadOnlyList<Posting> postings)
    {
        var entry = JournalEntry.Post(NextId(), Next("JRN", 0), day, source, sourceId, reference, postings);
        writer.Add(entry, At(day));
        foreach (var line in entry.Lines) { writer.Add(line, At(day)); }
        return entry.Id;
    }

    private void Save(Party party, string role)
    {
        party.AddRole(role);
        var at = At(LastDay.AddDays(-Days));
        foreach (var row in new object[] { party }.Concat(party.ContactPoints).Concat(party.Identifiers).Concat(party.Addresses)) { writer.Add(row, at); }
    }

    private void Save(SalesDocument document, IEnumerable<SalesDocumentLine> lines)
    {
        writer.Add(document, At(document.Date));
        foreach (var line in lines) { writer.Add(line, At(document.Date)); }
    }

    private DocumentContent Content(Guid partyId, DateOnly day, DateOnly due, int lines) => new(partyId, day, due, Currencies.Rial, null,
        [.. Enumerable.Range(0, lines).Select(_ => Line(_random.Next(products.Count)))]);

    private LineContent Line(int product) => new(
        products[product], PersianWords.Products[product].Name, _random.Next(1, 12), PersianWords.Products[product].Price, _random.Next(4) == 0 ? 5 : 0, 10);

    private string PartyNumber() => FormattableString.Invariant($"C-{100_000 + Next("party", 0)}");

    private string DocumentNumber(string series, DateOnly day)
    {
        var (year, _, _) = JalaliCalendar.FromDate(day);
        return $"{series}-{year}-{Next(series, year):00000}";
    }

    private int Next(string series, int year) => _numbers[(series, year)] = _numbers.GetValueOrDefault((series, year)) + 1;

    /// <summary>In the order in which they are made, in any database's order of ids.</summary>
    private Guid NextId()
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, 0x0190_0000_0000_0000 + ++_ids);
        bytes[8] = 0x80;
        _random.NextBytes(bytes[9..]);
        return new Guid(bytes, bigEndian: true);
    }

    private DateOnly AnyDay() => LastDay.AddDays(-_random.Next(Days));
    private static DateTime At(DateOnly day) => day.ToDateTime(new TimeOnly(5, 30), DateTimeKind.Utc);
    private T Any<T>(T[] items) => items[_random.Next(items.Length)];

    /// <summary>Of the kind 0999 1…, which no operator gives out.</summary>
    private string Mobile() => $"0999{_random.Next(1_000_000, 1_999_999):0000000}";

    /// <summary>Rounded by chance, so that the mean stays.</summary>
    private int Count(double mean) => (int)(mean + _random.NextDouble());

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private static string CompanyId(int index)
    {
        int[] weights = [29, 27, 23, 19, 17];
        var digits = (1_400_500_000L + index).ToString("0000000000", CultureInfo.InvariantCulture);
        var tens = digits[9] - '0' + 2;
        var sum = digits.Select((digit, i) => (digit - '0' + tens) * weights[i % 5]).Sum() % 11;
        return $"{digits}{(sum == 10 ? 0 : sum)}";
    }
}
