using Crm.Customers;
using Crm.Pipelines;
using Kernel.Monetary;

namespace Crm.Opportunities;

public class OpportunityLine_Tests
{
    private static readonly DateTime Now = new(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Pipeline Sales = Pipeline.Given(Guid.NewGuid(), Guid.NewGuid, null);

    [Theory]
    [InlineData(0, 0, CrmErrorCodes.LineQuantityOutOfRange)]
    [InlineData(-1, 0, CrmErrorCodes.LineQuantityOutOfRange)]
    [InlineData(1, -1, CrmErrorCodes.LineDiscountOutOfRange)]
    [InlineData(1, 101, CrmErrorCodes.LineDiscountOutOfRange)]
    public void Quantity_is_above_zero_and_a_discount_a_percentage(decimal quantity, decimal discount, string code) =>
        Rule.ShouldBreak(() => Open().Offer(Guid.NewGuid(), Guid.NewGuid(), "Press", quantity, discount), code);

    [Fact]
    public void What_a_closed_one_offers_stands()
    {
        var presses = Open();
        var line = presses.Offer(Guid.NewGuid(), Guid.NewGuid(), "Press", 2, 0);
        presses.Win(new DateOnly(2026, 11, 2), null, null, null, Now, Guid.NewGuid(), []);

        Rule.ShouldBreak(() => line.Change(presses, 3, 0), CrmErrorCodes.OpportunityClosed);
        Rule.ShouldBreak(() => presses.Offer(Guid.NewGuid(), Guid.NewGuid(), "Lathe", 1, 0), CrmErrorCodes.OpportunityClosed);
        line.Quantity.ShouldBe(2);
    }

    private static Opportunity Open() =>
        new Customer(Guid.NewGuid()).OpenOpportunity(Guid.NewGuid(), "Two presses", Sales, Money.Zero("EUR"), null, new DateOnly(2026, 11, 1), Now, Guid.NewGuid());
}
