using System.Net;
using Accounting.Features;
using Crm.Features;
using Inventory;
using Invoicing.Features;
using Microsoft.Data.Sqlite;
using Volo.Abp.FeatureManagement;
using Volo.Abp.TenantManagement;
using Workspace.Administration.Tenants;

namespace Workspace.Tests.Administration;

/// <summary>Organisations of the workspace, as its own administrator makes and keeps them.</summary>
[Collection(nameof(OperationsModule))]
public class TenantTests : WorkspaceTest<OperationsModule>
{
    private const string Form = "main form[method=post]";

    [Theory]
    [InlineData("en", "Its administrator can sign in")]
    [InlineData("fa", "مدیر آن می‌تواند وارد شود")]
    public async Task A_new_organisation_can_be_worked_in_at_once(string language, string said)
    {
        using var host = await SignedInAtHost(language);

        var made = await Create(host, "Zagros", "Light");

        made.Url.ShouldStartWith("/Administration/Tenants/Details/");
        made.Text.ShouldContain(said);
        using var admin = Visitor();
        await admin.SignInAsync("admin", language, "Zagros", Password);
        (await admin.GetAsync("/Crm/Customers")).Status.ShouldBe(HttpStatusCode.OK);
        (await admin.GetAsync("/Invoicing/Invoices")).Status.ShouldBe(HttpStatusCode.OK);
        (await admin.GetAsync("/Inventory/Products")).Status.ShouldBe(HttpStatusCode.Forbidden, "an organisation of the light edition has no stock");
        (await admin.GetAsync("/Administration/Tenants")).Status.ShouldBe(HttpStatusCode.Forbidden, "an organisation's administrator is not the workspace's");
    }

    [Theory]
    [InlineData("en", "already")]
    [InlineData("fa", "از پیش وجود دارد")]
    public async Task A_name_that_is_taken_is_refused_and_what_was_typed_stays(string language, string said)
    {
        using var host = await SignedInAtHost(language);
        await Create(host, "Zagros");

        var again = await Create(host, "zagros");

        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.TextOf("main").ShouldContain(said);
        again.Document.QuerySelector("[name='Input.AdminEmail']")!.GetAttribute("value").ShouldBe("head@zagros.example");
        (await Names()).Count(name => name.Equals("zagros", StringComparison.OrdinalIgnoreCase)).ShouldBe(1);
    }

    [Fact]
    public async Task A_weak_password_makes_no_organisation()
    {
        using var host = await SignedInAtHost();

        var answer = await Create(host, "Zagros", password: "weak");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Names()).ShouldNotContain("Zagros");
    }

    [Fact]
    public async Task An_organisation_with_a_database_of_its_own_keeps_its_rows_there_and_nowhere_else()
    {
        var file = Path.Combine(App.Folder, $"own-{Guid.NewGuid():N}.db");
        using var host = await SignedInAtHost();

        var made = await Create(host, "Zagros", connectionString: $"Data Source={file}");

        made.TextOf("main").ShouldContain("Its own, up to date");
        made.Html.ShouldNotContain(file, Case.Insensitive, "a connection string is never shown again");
        using var admin = Visitor();
        await admin.SignInAsync("admin", "en", "Zagros", Password);
        await (await admin.GetAsync("/Crm/Customers/Create?Kind=Company")).SubmitAsync(new() { ["Input.Name"] = "Far Mountain Mills" }, Form);
        (await admin.GetAsync("/Crm/Customers")).Text.ShouldContain("Far Mountain Mills");
        Count(file, "Far Mountain Mills").ShouldBe(1);
        Count(SharedFile, "Far Mountain Mills").ShouldBe(0);
        Users(file).ShouldBe(1);
    }

    [Theory]
    [InlineData("Data Source=/no/such/folder/x.db", "cannot be opened")]
    [InlineData("Server=nowhere;Nonsense=1", "cannot be opened")]
    [InlineData("SHARED", "shared database")]
    [InlineData("FOREIGN", "something else")]
    public async Task A_bad_connection_string_is_refused_in_words_and_changes_nothing(string connectionString, string said)
    {
        using var host = await SignedInAtHost();
        connectionString = connectionString switch { "SHARED" => $"Data Source={SharedFile}", "FOREIGN" => $"Data Source={ForeignFile()}", var other => other };

        var answer = await Create(host, "Zagros", connectionString: connectionString);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.TextOf("main").ShouldContain(said);
        (await Names()).ShouldNotContain("Zagros");
    }

    [Fact]
    public async Task Nobody_is_sent_to_a_database_that_does_not_hold_his_organisation()
    {
        using var host = await SignedInAtHost();
        var page = await Create(host, "Zagros");

        var answer = await page.SubmitAsync(new() { ["Database.ConnectionString"] = $"Data Source={Path.Combine(App.Folder, $"empty-{Guid.NewGuid():N}.db")}" }, "main form[action*='Database']");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.TextOf("main").ShouldContain("holds nothing of Zagros");
        using var admin = Visitor();
        await admin.SignInAsync("admin", "en", "Zagros", Password);
    }

    [Fact]
    public async Task A_part_that_is_switched_off_is_off_below_every_door_and_loses_nothing()
    {
        var acme = await Given.Customer("Acme");
        var invoice = await Given.Invoice(acme);
        using var visitor = await SignedIn();
        (await visitor.GetAsync($"/Crm/Customers/File/{acme}")).Has("[data-kind=invoice]").ShouldBeTrue();

        await Switch(InvoicingFeatures.Enable, "false");

        (await visitor.GetAsync("/")).Has("nav a[href^='/Invoicing']").ShouldBeFalse("the tab");
        (await visitor.GetAsync("/Invoicing/Invoices")).Status.ShouldBe(HttpStatusCode.Forbidden, "the page");
        (await visitor.GetAsync($"/Invoicing/Invoices/Details/{invoice}")).Status.ShouldBe(HttpStatusCode.NotFound, "the document");
        (await visitor.GetAsync("/api/invoicing/sales-document")).Html.ShouldNotContain(invoice.ToString(), Case.Insensitive, "the API");
        (await visitor.GetAsync($"/api/invoicing/sales-document/{invoice}")).Status.ShouldBe(HttpStatusCode.NotFound, "the API");
        (await visitor.GetAsync("/Search?q=0001")).Has("main a[href^='/Invoicing']").ShouldBeFalse("the search");
        var file = await visitor.GetAsync($"/Crm/Customers/File/{acme}");
        file.Has("[data-kind=invoice]").ShouldBeFalse("the panel");
        file.Has("a[href^='/Invoicing']").ShouldBeFalse("the links");

        await Switch(InvoicingFeatures.Enable, "true");
        (await visitor.GetAsync($"/Invoicing/Invoices/Details/{invoice}")).Status.ShouldBe(HttpStatusCode.OK, "nothing is lost, and nobody needs a new grant");
    }

    [Theory]
    [InlineData(InventoryFeatures.Enable, "/Inventory/Products", "/api/inventory/product")]
    [InlineData(AccountingFeatures.Enable, "/Accounting/Receipts", "/api/accounting/receipt")]
    [InlineData(CrmFeatures.Enable, "/Crm/Customers", "/api/crm/customer")]
    [InlineData(CrmFeatures.Activities, "/Crm/Activities", "/api/crm/activity")]
    public async Task Every_part_has_a_switch(string feature, string page, string api)
    {
        using var visitor = await SignedIn();
        (await visitor.GetAsync(page)).Status.ShouldBe(HttpStatusCode.OK);

        await Switch(feature, "false");

        (await visitor.GetAsync(page)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await visitor.GetAsync(api)).Status.ShouldNotBe(HttpStatusCode.OK);
        (await visitor.GetAsync("/")).Has($"nav a[href^='{page}']").ShouldBeFalse();
        using var other = await AnotherOrganisation();
        (await other.GetAsync(page)).Status.ShouldBe(HttpStatusCode.OK, "another organisation keeps it");
    }

    [Fact]
    public async Task Without_CRM_a_partys_name_leads_to_the_partys_own_page()
    {
        var acme = await Given.Customer("Acme");
        using var visitor = await SignedIn();
        await Switch(CrmFeatures.Enable, "false");

        var list = await visitor.GetAsync("/Parties/Parties");

        list.Has($"a[href='/Parties/Parties/Details/{acme}']").ShouldBeTrue();
        list.Has("main a[href^='/Crm']").ShouldBeFalse();
    }

    [Fact]
    public async Task The_workspaces_administrator_switches_parts_on_the_organisations_page()
    {
        using var host = await SignedInAtHost();
        var page = await Create(host, "Zagros");

        var saved = await page.SubmitAsync(new() { [$"Values[{CrmFeatures.Activities}]"] = "false" }, "main form[action*='Features']");

        saved.Status.ShouldBe(HttpStatusCode.OK);
        saved.Document.QuerySelector($"[id='{CrmFeatures.Activities}']")!.HasAttribute("checked").ShouldBeFalse();
        saved.Document.QuerySelector($"[id='{CrmFeatures.Enable}']")!.HasAttribute("checked").ShouldBeTrue();
    }

    [Fact]
    public async Task An_organisation_is_deleted_only_by_typing_its_name_and_its_people_are_out()
    {
        using var host = await SignedInAtHost();
        var page = await Create(host, "Zagros");
        using var admin = Visitor();
        await admin.SignInAsync("admin", "en", "Zagros", Password);

        var refused = await page.SubmitAsync(new() { ["Delete.TypedName"] = "Zagro" }, "main form[action*='Delete']");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Names()).ShouldContain("Zagros");

        await page.SubmitAsync(new() { ["Delete.TypedName"] = "Zagros" }, "main form[action*='Delete']");
        (await Names()).ShouldNotContain("Zagros");
        (await admin.GetAsync("/Crm/Customers")).Text.ShouldNotContain("New customer");
        await Should.ThrowAsync<InvalidOperationException>(() => Visitor().SignInAsync("admin", "en", "Zagros", Password));
    }

    [Fact]
    public async Task A_renamed_organisation_signs_in_by_its_new_name()
    {
        using var host = await SignedInAtHost();
        var page = await Create(host, "Zagros");

        await page.SubmitAsync(new() { ["Rename.Name"] = "Alborz" }, "main form[action*='Rename']");

        using var admin = Visitor();
        await admin.SignInAsync("admin", "en", "Alborz", Password);
        await Should.ThrowAsync<InvalidOperationException>(() => Visitor().SignInAsync("admin", "en", "Zagros", Password));
    }

    [Theory]
    [InlineData("/Administration/Tenants")]
    [InlineData("/Administration/Tenants/Create")]
    public async Task No_organisations_administrator_opens_the_list_of_organisations(string url)
    {
        using var visitor = await SignedIn();

        (await visitor.GetAsync(url)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await visitor.GetAsync("/")).Has("a[href='/Administration/Tenants']").ShouldBeFalse();
    }

    public override async Task DisposeAsync()
    {
        // What is cached outlives this test's database.
        await Get<IFeatureManager>().DeleteAsync("T", As.TenantId.ToString());
        await base.DisposeAsync();
    }

    private const string Password = "Zagros-1405";

    private string SharedFile => new SqliteConnectionStringBuilder(Database.ConnectionString).DataSource;

    private static async Task<WebAnswer> Create(WebVisitor host, string name, string edition = "Full", string password = Password, string? connectionString = null) =>
        await (await host.GetAsync("/Administration/Tenants/Create")).SubmitAsync(new()
        {
            ["Input.Name"] = name, ["Input.Edition"] = edition, ["Input.AdminEmail"] = "head@zagros.example", ["Input.AdminPassword"] = password,
            ["Input.ConnectionString"] = connectionString ?? ""
        }, Form);

    private async Task<WebVisitor> AnotherOrganisation()
    {
        await As.AnotherTenant();
        var visitor = Visitor();
        await visitor.SignInAsync("admin", "en", "other");
        return visitor;
    }

    private Task Switch(string feature, string value) => Get<IFeatureManager>().SetForTenantAsync(As.TenantId, feature, value);

    private async Task<List<string>> Names() => (await Get<ITenantRepository>().GetListAsync()).ConvertAll(tenant => tenant.Name);

    private string ForeignFile()
    {
        var file = Path.Combine(App.Folder, $"foreign-{Guid.NewGuid():N}.db");
        Sql(file, "CREATE TABLE Songs (Title TEXT)");
        return file;
    }

    private static long Count(string file, string party) => Sql(file, $"SELECT COUNT(*) FROM PtyParties WHERE Name = '{party}'");

    private static long Users(string file) => Sql(file, "SELECT COUNT(*) FROM AbpUsers");

    private static long Sql(string file, string text)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
