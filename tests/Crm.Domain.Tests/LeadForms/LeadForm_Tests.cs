using Crm.Leads;

namespace Crm.LeadForms;

public class LeadForm_Tests
{
    private static readonly DateTime Now = new(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc);
    private static readonly LeadUtm NoUtm = new(null, null, null, null, null);

    [Fact]
    public void It_asks_for_a_way_to_answer() =>
        Rule.ShouldBreak(() => Form(LeadFormFields.Company | LeadFormFields.Message), CrmErrorCodes.FormWithoutReach);

    [Fact]
    public void What_it_does_not_ask_for_does_not_come_in()
    {
        var lead = Receive(Form(LeadFormFields.Mobile), new LeadEnquiry("Neda", "Acme", "Buyer", "09121234567", "neda@acme.example", "Shiraz", "Two presses", NoUtm));

        (lead.PersonName, lead.Mobile, lead.CompanyName, lead.Email, lead.City, lead.Interest).ShouldBe(("Neda", "+989121234567", null, null, null, null));
        lead.Channel.ShouldBe(LeadChannel.WebForm);
    }

    [Fact]
    public void An_enquiry_has_a_name_and_a_way_to_answer()
    {
        Rule.ShouldBreak(() => Receive(Form(LeadFormFields.Mobile), new LeadEnquiry("Neda", null, null, null, "neda@acme.example", null, null, NoUtm)), CrmErrorCodes.LeadNotReachable);
        Rule.ShouldBreak(() => Receive(Form(LeadFormFields.Mobile | LeadFormFields.Company), new LeadEnquiry(" ", "Acme", null, "09121234567", null, null, null, NoUtm)), CrmErrorCodes.LeadWithoutName);
    }

    private static Lead Receive(LeadForm form, LeadEnquiry enquiry) => form.Receive(Guid.NewGuid(), enquiry, "form:1", Now, Guid.NewGuid());

    private static LeadForm Form(LeadFormFields fields) => new(Guid.NewGuid(), new LeadFormContent("Site", "Write to us", null, "Thank you", "en", fields, null), null);
}
