
namespace Crm.Contacts;

public class Contact_Tests
{
    private static readonly Guid Acme = Guid.NewGuid();

    [Fact]
    public void Nobody_is_their_own_contact()
    {
        Action act = () => _ = new Contact(Guid.NewGuid(), Acme, Acme);
        act.ShouldBreak(CrmErrorCodes.ContactIsCustomer);
    }

    [Fact]
    public void A_contact_who_came_back_is_there_again_but_no_longer_first()
    {
        var ali = new Contact(Guid.NewGuid(), Acme, Guid.NewGuid()) { IsPrimary = true };
        ali.IsDeleted = true;

        ali.Restore();

        ali.IsDeleted.ShouldBeFalse();
        ali.IsPrimary.ShouldBeFalse();
    }

    [Fact]
    public void A_blank_position_is_none()
    {
        var ali = new Contact(Guid.NewGuid(), Acme, Guid.NewGuid());
        ali.Describe("  ", isDecisionMaker: true);
        ali.Position.ShouldBeNull();
        ali.IsDecisionMaker.ShouldBeTrue();
    }
}
