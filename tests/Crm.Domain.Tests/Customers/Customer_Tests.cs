namespace Crm.Customers;

public class Customer_Tests
{
    [Fact]
    public void A_block_has_a_reason_until_it_is_lifted()
    {
        var acme = new Customer(Guid.NewGuid());
        acme.IsBlocked.ShouldBeFalse();

        acme.Block("چك برگشتي");
        acme.IsBlocked.ShouldBeTrue();
        acme.BlockReason.ShouldBe("چک برگشتی");

        acme.Unblock();
        acme.IsBlocked.ShouldBeFalse();
    }

    [Fact]
    public void A_block_without_reason_is_a_mistake() =>
        Should.Throw<ArgumentException>(() => new Customer(Guid.NewGuid()).Block(" "));

    [Fact]
    public void Interests_and_source_may_be_emptied()
    {
        var acme = new Customer(Guid.NewGuid());
        acme.Describe("presses", "a fair");
        acme.Describe("", null);
        acme.Interests.ShouldBeNull();
        acme.Source.ShouldBeNull();
    }
}
