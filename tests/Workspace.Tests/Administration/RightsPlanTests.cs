using Workspace.Administration.Permissions;

namespace Workspace.Tests.Administration;

/// <summary>What a changed cell means for the grants beneath.</summary>
public class RightsPlanTests
{
    private static readonly Guid Role = Guid.NewGuid();

    private static readonly Right[] Rights =
    [
        new("Parties", "", 0, RightKind.Toggle, ["Parties"], []),
        new("Parties.Records", "", 1, RightKind.Records, ["Parties.Team", "Parties.Unit", "Parties.All"], ["Parties"]),
        new("Parties.Phone", "", 1, RightKind.Field, ["Parties.Phone", "Parties.Phone.Visible", "Parties.Phone.Changeable"], ["Parties"]),
        new("Parties.Edit", "", 1, RightKind.Toggle, ["Parties.Edit"], ["Parties"]),
        new("Parties.Edit.Owner", "", 2, RightKind.Toggle, ["Parties.Edit.Owner"], ["Parties", "Parties.Edit"]),
        new("Reports", "", 0, RightKind.Toggle, ["Reports"], [], "Reporting")
    ];

    [Fact]
    public void A_wider_scope_brings_the_narrower_ones_and_the_right_to_see_at_all() =>
        Plan(new("Parties.Records", 0, 3)).Given.ShouldBe(["Parties", "Parties.All", "Parties.Team", "Parties.Unit"]);

    [Fact]
    public void A_narrower_scope_takes_only_what_is_wider() =>
        Plan(new("Parties.Records", 3, 1), "Parties", "Parties.Team", "Parties.Unit", "Parties.All").Taken.ShouldBe(["Parties.All", "Parties.Unit"]);

    [Fact]
    public void Hiding_a_field_takes_all_its_levels() =>
        Plan(new("Parties.Phone", 3, 0), "Parties", "Parties.Phone", "Parties.Phone.Visible", "Parties.Phone.Changeable").Taken
            .ShouldBe(["Parties.Phone", "Parties.Phone.Changeable", "Parties.Phone.Visible"]);

    [Fact]
    public void A_child_brings_its_parents() => Plan(new("Parties.Edit.Owner", 0, 1)).Given.ShouldBe(["Parties", "Parties.Edit", "Parties.Edit.Owner"]);

    [Fact]
    public void A_parent_takes_its_children_scopes_and_fields_along() =>
        Plan(new("Parties", 1, 0), "Parties", "Parties.Team", "Parties.Edit", "Parties.Edit.Owner", "Parties.Phone").Taken
            .ShouldBe(["Parties", "Parties.Edit", "Parties.Edit.Owner", "Parties.Phone", "Parties.Team"]);

    [Fact]
    public void What_is_newly_given_stays_even_when_its_parent_was_unchecked()
    {
        var plan = RightsPlan.Of(Rights, [new(Role, "Parties", 1, 0), new(Role, "Parties.Edit", 0, 1)], new HashSet<string> { "Parties", "Parties.Team" });

        plan.Given.ShouldBe(["Parties.Edit"]);
        plan.Taken.ShouldBe(["Parties.Team"]);
    }

    [Fact]
    public void What_a_feature_switched_off_and_what_does_not_exist_is_passed_over()
    {
        Plan(new("Reports", 0, 1)).Given.ShouldBeEmpty();
        Plan(new("Nonsense", 0, 1)).Given.ShouldBeEmpty();
        Plan(new("Parties.Records", 0, 99)).Given.Count.ShouldBe(4);
    }

    private static RightsPlan Plan((string Key, int From, int To) change, params string[] granted) =>
        RightsPlan.Of(Rights, [new RightChange(Role, change.Key, change.From, change.To)], granted.ToHashSet());
}
