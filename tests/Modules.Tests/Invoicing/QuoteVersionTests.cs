using Invoicing;
using Invoicing.Documents;
using Invoicing.Quotes;
using Shouldly;
using Volo.Abp;
using Xunit;

namespace Modules.Tests.Invoicing;

public class QuoteVersionTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly DateTime Now = new(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc);

    private static Quote Sent(string number = "QUO-1405-00007")
    {
        var quote = new Quote(Guid.NewGuid(), new DocumentContent(Guid.NewGuid(), Day, Day.AddDays(10), "IRR", null, [new LineContent(null, "Press", 2, 100)]));
        quote.Send(number);
        return quote;
    }

    private static string CodeOf(Action act) => Should.Throw<BusinessException>(act).Code!;

    [Fact]
    public void A_new_version_takes_the_place_of_the_old_one_when_it_is_sent_and_not_before()
    {
        var first = Sent();
        var second = first.Revise(Guid.NewGuid(), Day.AddDays(3));
        first.State.ShouldBe(DocumentState.Sent);

        second.SendInPlaceOf(first);
        var third = second.Revise(Guid.NewGuid(), Day.AddDays(5));
        third.SendInPlaceOf(second);

        (first.State, second.State, third.State).ShouldBe((DocumentState.Superseded, DocumentState.Superseded, DocumentState.Sent));
        (second.Number, third.Number, third.Version, third.SourceId).ShouldBe(("QUO-1405-00007-2", "QUO-1405-00007-3", 3, second.Id));
        (third.Due, third.Total, first.Total.Amount).ShouldBe((Day.AddDays(15), first.Total, 200));
    }

    [Fact]
    public void Of_two_drafts_of_a_next_version_only_one_is_sent_and_none_after_the_customer_accepted()
    {
        var first = Sent();
        var (one, other) = (first.Revise(Guid.NewGuid(), Day), first.Revise(Guid.NewGuid(), Day));
        one.SendInPlaceOf(first);
        CodeOf(() => other.SendInPlaceOf(first)).ShouldBe(InvoicingErrorCodes.QuoteSuperseded);

        var late = one.Revise(Guid.NewGuid(), Day);
        one.AnswerByCustomer(true, "Sima", null, Day, Now);
        CodeOf(() => late.SendInPlaceOf(one)).ShouldBe(InvoicingErrorCodes.QuoteNotRevisable);
        CodeOf(() => first.Revise(Guid.NewGuid(), Day)).ShouldBe(InvoicingErrorCodes.QuoteSuperseded);
    }

    [Fact]
    public void A_later_version_stays_the_same_customers()
    {
        var second = Sent().Revise(Guid.NewGuid(), Day);
        var customer = second.PartyId;
        second.Rewrite(new DocumentContent(Guid.NewGuid(), Day, null, "IRR", null, [new LineContent(null, "Press", 1, 90)]));
        (second.PartyId, second.Total.Amount).ShouldBe((customer, 90));
    }

    [Fact]
    public void The_customer_answers_once_with_his_name_while_the_quote_is_valid_and_the_newest()
    {
        var quote = Sent();
        CodeOf(() => quote.AnswerByCustomer(true, "  ", null, Day, Now)).ShouldBe(InvoicingErrorCodes.AnswerNameMissing);
        CodeOf(() => quote.AnswerByCustomer(true, "Sima", null, Day.AddDays(11), Now)).ShouldBe(InvoicingErrorCodes.QuoteExpired);
        (quote.State, quote.AnswerName).ShouldBe((DocumentState.Sent, null));

        quote.AnswerByCustomer(false, " Sima  Rad ", "too dear", Day.AddDays(10), Now);

        (quote.State, quote.AnswerName, quote.AnswerRemark, quote.AnsweredAt).ShouldBe((DocumentState.Declined, "Sima Rad", "too dear", Now));
        CodeOf(() => quote.AnswerByCustomer(true, "Sima", null, Day, Now)).ShouldBe(InvoicingErrorCodes.QuoteAnswered);
        quote.Revise(Guid.NewGuid(), Day).SendInPlaceOf(quote);
        CodeOf(() => quote.AnswerByCustomer(true, "Sima", null, Day, Now)).ShouldBe(InvoicingErrorCodes.QuoteSuperseded);
    }
}
