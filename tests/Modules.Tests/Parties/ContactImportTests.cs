using System.Text;
using Kernel;
using Kernel.Imports;
using Microsoft.Extensions.Options;
using Parties;
using Parties.Parties;
using Shouldly;
using Testing;
using Volo.Abp.Domain.Repositories;
using Xunit;
using Xunit.Abstractions;

namespace Modules.Tests.Parties;

/// <summary>Each test has a database of its own.</summary>
public class ContactImportTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly MasterTestApp app = new();
    private readonly string folder = Directory.CreateTempSubdirectory("contacts-").FullName;

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        await app.Work<IOptions<ImportOptions>, bool>(options =>
        {
            options.Value.Folder = folder;
            return Task.FromResult(true);
        }, null);
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Titles_order_letters_and_prefixes_do_not_make_two_persons_of_one()
    {
        var progress = await Import("""
            نام و نام خانوادگی,موبایل,شهر
            مهندس مرضیه رحیمی,(0999) 1000147,شیراز
            رحيمي، مرضيه,+۹۸۹۹۹۱۰۰۰۱۴۷,
            رحیمی مرضیه,٠٠٩٨٩٩٩١٠٠٠١٤٧,
            خانم مَرضیه رحیمـی,9991000147,شیراز
            """);
        (progress.Created, progress.Unchanged).ShouldBe((1, 3));
        var person = (await Parties(PartyKind.Person)).ShouldHaveSingleItem();
        (person.FirstName, person.LastName).ShouldBe(("مرضیه", "رحیمی"));
        person.ContactPoints.ShouldHaveSingleItem().Value.ShouldBe("+989991000147");
        person.Addresses.ShouldHaveSingleItem().City.ShouldBe("شیراز");
        person.Is(PartyRoles.Customer).ShouldBeTrue();
    }

    [Fact]
    public async Task A_column_of_groups_fills_in_who_has_none_and_leaves_who_has_one()
    {
        await Import("نام,موبایل,گروه\nسارا رضایی,09991000001,نمایندگان\nرضا رضایی,09991000002,\n");
        await Import("نام,موبایل,گروه مشتری\nسارا رضایی,09991000001,همکاران\nرضا رضایی,09991000002,همکاران\n");

        (await Parties(PartyKind.Person)).Select(person => (person.FirstName, person.Group)).ShouldBe([("سارا", "نمایندگان"), ("رضا", "همکاران")], ignoreOrder: true);
    }

    [Fact]
    public async Task Relatives_share_a_telephone_and_namesakes_a_name_and_both_stay_apart()
    {
        var file = "full_name,mobile,city\nسارا رضایی,09991000001,یزد\nرضا رضایی,09991000001,یزد\nسارا رضایی,09991000002,یزد\n";
        (await Import(file)).Created.ShouldBe(3);
        var again = await Import(file);
        (again.Created, again.Unchanged).ShouldBe((0, 3));
    }

    [Fact]
    public async Task A_company_becomes_a_party_of_its_own_once_however_it_is_written()
    {
        await Import("name,mobile,company\nسارا رضایی,09991000001,شرکت سیمان هگمتان سهامی عام\nرضا رضایی,09991000002,سيمان هگمتان\n");
        await Import("name,mobile,company\nمینا رضایی,09991000003,شركت سیمان\u200Cهگمتان (سهامی خاص)\n");
        var company = (await Parties(PartyKind.Company)).ShouldHaveSingleItem();
        company.Name.ShouldBe("سیمان هگمتان");
        (await Parties(PartyKind.Person)).ShouldAllBe(person => person.Is(PartyRoles.Contact));
    }

    [Fact]
    public async Task What_the_master_knows_stays_and_what_it_lacks_is_filled_in()
    {
        await Import("name,mobile,birth_date\nسارا رضایی,09991000001,1365/04/12\n");
        var progress = await Import("name,mobile,birth_date,e-mail,کد ملی\nسارا رضایی,09991000001,1366/01/01,Sara@Example.ir,0499370899\n");
        progress.Updated.ShouldBe(1, string.Join(", ", progress.RefusedByReason));
        var sara = (await Parties(PartyKind.Person)).ShouldHaveSingleItem();
        sara.BirthDate.ShouldBe(new DateOnly(1986, 7, 3));
        sara.ContactPoints.Select(point => point.Value).ShouldBe(["+989991000001", "sara@example.ir"], ignoreOrder: true);
        sara.Identifiers.ShouldHaveSingleItem().Value.ShouldBe("0499370899");
    }

    [Fact]
    public async Task A_wrong_field_is_refused_with_the_code_that_a_form_gives()
    {
        var progress = await Import("""
            name,mobile,birth_date,email,national_id
            دکتر,09991000001,,,
            سارا رضایی,0999100000,,,
            سارا رضایی,,1404/12/30,,
            سارا رضایی,,,sara@,
            سارا رضایی,,,,0684159415
            سارا رضایی,,1520/01/01,,
            سارا رضایی,09991000002,,,0499370899
            رضا رضایی,09991000003,,,0499370899
            """);
        progress.Created.ShouldBe(1);
        progress.RefusedByReason.ShouldBe(new Dictionary<string, long>
        {
            [KernelErrorCodes.Imports.Required] = 1, [PartiesErrorCodes.WrongMobile] = 1, [KernelErrorCodes.InvalidDate] = 1,
            [PartiesErrorCodes.WrongEmail] = 1, [PartiesErrorCodes.WrongNationalId] = 1, [PartiesErrorCodes.BirthDateInFuture] = 1,
            [PartiesErrorCodes.IdentifierTaken] = 1,
        }, ignoreOrder: true);
    }

    [RealDataFact]
    public async Task A_messy_address_book_comes_in_once_and_never_again()
    {
        var first = await Import(Messy("contacts.csv"), "contacts.csv");
        var second = await Import(Messy("contacts.csv"), "contacts.csv");
        output.WriteLine($"{first}\n{string.Join(", ", first.RefusedByReason)}\n{second}");
        first.Rows.ShouldBe(835);
        first.Refused.ShouldBe(0);
        (second.Created, second.Updated, second.Unchanged).ShouldBe((0, 0, 835));
    }

    [RealDataTheory]
    [InlineData("contacts_utf8_bom.csv", "utf-8", ",")]
    [InlineData("contacts_utf16le_tab.txt", "utf-16", "\t")]
    [InlineData("contacts_windows1256_semicolon.csv", "windows-1256", ";")]
    public async Task The_same_address_book_in_another_form_brings_nobody_new(string file, string encoding, string delimiter)
    {
        var all = await Import(Messy("contacts.csv"), "contacts.csv");
        var persons = (await Parties(PartyKind.Person)).Count;
        var other = await Import(Messy(file), file);
        output.WriteLine($"{all}\n{other}");
        (other.Encoding, other.Delimiter, other.Rows, other.Refused).ShouldBe((encoding, delimiter, 200, 0));
        other.Created.ShouldBe(0);
        (await Parties(PartyKind.Person)).Count.ShouldBe(persons);
    }

    /// <summary>Each row brings an address by which its party tells, afterwards, which rows it took for one person.</summary>
    [RealDataFact]
    public async Task Twins_are_recognised_and_hardly_anyone_is_taken_for_another()
    {
        var rows = System.IO.File.ReadAllLines(Messy("contacts.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        rows.ShouldAllBe(row => row.Length == 8);
        var marked = "row,name,mobile,company,province,city,birth_date,truth,email\n"
            + string.Concat(rows.Select(row => $"{string.Join(',', row)},row{row[0]}@example.ir\n"));
        await app.Work<IOptions<ImportOptions>, int>(options => Task.FromResult(options.Value.BatchRows = 1000), null);
        (await Import(marked)).Refused.ShouldBe(0);

        var truth = rows.ToDictionary(row => row[0], row => row[7]);
        var found = (await Parties(PartyKind.Person)).SelectMany(party => Pairs([.. party.ContactPoints
            .Where(point => point.Type == PartyContactPointType.Email).Select(point => point.Value[3..^"@example.ir".Length])])).ToList();
        var real = truth.GroupBy(row => row.Value).Sum(twins => Pairs([.. twins.Select(row => row.Key)]).Count());
        var right = found.Count(pair => truth[pair.One] == truth[pair.Other]);
        var (precision, recall) = ((double)right / found.Count, (double)right / real);
        output.WriteLine($"{rows.Count} rows, {found.Count} pairs found, {right} right of {real}: precision {precision:0.000}, recall {recall:0.000}");
        precision.ShouldBeGreaterThan(0.99);
        recall.ShouldBeGreaterThan(0.6);

        static IEnumerable<(string One, string Other)> Pairs(string[] rows) => rows.SelectMany((one, i) => rows[(i + 1)..].Select(other => (one, other)));
    }

    private static string Messy(string file) => RealData.File("persian_contacts_messy", file);

    private async Task<ImportProgress> Import(string path, string name)
    {
        await using var file = System.IO.File.OpenRead(path);
        return await Import(file, name);
    }

    private async Task<ImportProgress> Import(string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await Import(file, "contacts.csv");
    }

    private async Task<ImportProgress> Import(Stream file, string name)
    {
        var runId = await app.Work<IImportManager, Guid>(imports => imports.StartAsync("contacts", file, name), MasterTestApp.Tenant);
        await app.Work<ImportJob>(job => job.ExecuteAsync(new RunImportArgs { RunId = runId, TenantId = MasterTestApp.Tenant }), MasterTestApp.Tenant);
        return await app.Work<IImportManager, ImportProgress>(imports => imports.GetProgressAsync(runId), MasterTestApp.Tenant);
    }

    private Task<List<Party>> Parties(PartyKind kind) => app.Work<IRepository<Party, Guid>, List<Party>>(
        parties => parties.GetListAsync(party => party.Kind == kind, includeDetails: true), MasterTestApp.Tenant);
}
