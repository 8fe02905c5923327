using Parties;
using Parties.Parties;
using Shouldly;
using Volo.Abp;
using Xunit;

namespace Modules.Tests.Parties;

public class PartyTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static Party Sara() => Party.Person(Guid.NewGuid(), "C-100001", "سارا", "محمدی", tenantId: null);

    private static Party Acme() => Party.Company(Guid.NewGuid(), "C-100002", "Acme Trading", tenantId: null);

    private static string CodeOf(Action act) => Should.Throw<BusinessException>(act).Code!;

    [Fact]
    public void A_person_is_shown_with_first_and_last_name() => Sara().Name.ShouldBe("سارا محمدی");

    [Fact]
    public void One_of_a_persons_names_may_be_missing_but_not_both()
    {
        Party.Person(Guid.NewGuid(), "C-1", null, "محمدی", null).Name.ShouldBe("محمدی");
        CodeOf(() => Party.Person(Guid.NewGuid(), "C-1", " ", "\u200C", null)).ShouldBe(PartiesErrorCodes.NameMissing);
        CodeOf(() => Party.Company(Guid.NewGuid(), "C-1", null, null)).ShouldBe(PartiesErrorCodes.NameMissing);
    }

    [Fact]
    public void A_name_is_stored_as_Persians_write_it_whatever_keyboard_typed_it()
    {
        var party = Party.Company(Guid.NewGuid(), "C-1", "  شركت  تجاري ", null);

        party.Name.ShouldBe("شرکت تجاری");
        party.SearchKey.ShouldStartWith("شرکت تجاری c-1");
    }

    [Theory]
    [InlineData("محمدی سارا")]
    [InlineData("محمدي")]
    [InlineData("سارامحمدی")]
    [InlineData("C-۱۰۰۰۰۱")]
    public void Parts_of_name_and_number_find_a_party_in_any_order(string typed)
    {
        var parties = new[] { Sara(), Acme() }.AsQueryable();

        new PartySearch(typed).Apply(parties, party => party.SearchKey).Single().Name.ShouldBe("سارا محمدی");
    }

    [Theory]
    [InlineData("0084575948", "0084575948")]
    [InlineData("۸۴۵۷۵۹۴۸", "0084575948")]
    public void A_national_id_is_kept_in_normal_form(string typed, string kept) =>
        Sara().Identify(PartyIdentifierType.NationalId, typed).Value.ShouldBe(kept);

    [Fact]
    public void A_wrong_national_id_is_refused_with_what_was_typed()
    {
        var refusal = Should.Throw<BusinessException>(() => Sara().Identify(PartyIdentifierType.NationalId, "۰۶۸۴۱۵۹۴۱۵"));

        refusal.Code.ShouldBe(PartiesErrorCodes.WrongNationalId);
        refusal.Data["Value"].ShouldBe("۰۶۸۴۱۵۹۴۱۵");
    }

    [Fact]
    public void Identifiers_fit_the_kind_of_party()
    {
        CodeOf(() => Acme().Identify(PartyIdentifierType.NationalId, "0084575948")).ShouldBe(PartiesErrorCodes.IdentifierOfOtherKind);
        CodeOf(() => Sara().Identify(PartyIdentifierType.CompanyId, "10380284790")).ShouldBe(PartiesErrorCodes.IdentifierOfOtherKind);
        Acme().Identify(PartyIdentifierType.CompanyId, "10380284790").Value.ShouldBe("10380284790");
    }

    [Theory]
    [InlineData(PartyIdentifierType.EconomicCode, "411", PartiesErrorCodes.WrongEconomicCode)]
    [InlineData(PartyIdentifierType.UserName, "ab", PartiesErrorCodes.WrongUserName)]
    [InlineData(PartyIdentifierType.Passport, "x-1", PartiesErrorCodes.WrongPassport)]
    [InlineData(PartyIdentifierType.External, "17", PartiesErrorCodes.WrongExternalId)]
    public void A_wrong_identifier_is_refused(PartyIdentifierType type, string typed, string code) =>
        CodeOf(() => Sara().Identify(type, typed)).ShouldBe(code);

    [Fact]
    public void A_party_has_one_identifier_of_a_type_and_one_from_each_other_system()
    {
        var sara = Sara();
        sara.Identify(PartyIdentifierType.UserName, "Sara.M");
        sara.Identify(PartyIdentifierType.UserName, "sara");
        sara.Identify(PartyIdentifierType.External, "17", "Shop");
        sara.Identify(PartyIdentifierType.External, "18", "shop");
        sara.Identify(PartyIdentifierType.External, "17", "Bank");

        sara.Identifiers.Select(own => (own.Source, own.Value))
            .ShouldBe([("", "sara"), ("shop", "18"), ("bank", "17")], ignoreOrder: true);
    }

    [Fact]
    public void Only_identifiers_that_are_unique_share_their_key()
    {
        var (sara, acme) = (Sara(), Acme());

        sara.Identify(PartyIdentifierType.UserName, "same").UniqueKey
            .ShouldBe(acme.Identify(PartyIdentifierType.UserName, "same").UniqueKey);
        sara.Identify(PartyIdentifierType.EconomicCode, "41123456789").UniqueKey
            .ShouldNotBe(acme.Identify(PartyIdentifierType.EconomicCode, "41123456789").UniqueKey);
    }

    [Theory]
    [InlineData(PartyContactPointType.Mobile, "۰۹۱۲ ۳۴۵ ۶۷۸۹", "+989123456789")]
    [InlineData(PartyContactPointType.Mobile, "+447700900123", "+447700900123")]
    [InlineData(PartyContactPointType.Phone, "021-88881234", "+982188881234")]
    [InlineData(PartyContactPointType.Phone, "۱۵۹۰", "1590")]
    [InlineData(PartyContactPointType.Email, "Sara@Example.COM", "sara@example.com")]
    [InlineData(PartyContactPointType.Website, "Example.com/", "https://example.com")]
    public void A_way_to_reach_is_kept_in_normal_form(PartyContactPointType type, string typed, string kept) =>
        Sara().AddContactPoint(type, typed).Value.ShouldBe(kept);

    [Theory]
    [InlineData(PartyContactPointType.Mobile, "0912345", PartiesErrorCodes.WrongMobile)]
    [InlineData(PartyContactPointType.Phone, "تلفن", PartiesErrorCodes.WrongPhone)]
    [InlineData(PartyContactPointType.Email, "sara@", PartiesErrorCodes.WrongEmail)]
    [InlineData(PartyContactPointType.Website, "javascript:alert(1)", PartiesErrorCodes.WrongWebsite)]
    public void A_wrong_way_to_reach_is_refused(PartyContactPointType type, string typed, string code) =>
        CodeOf(() => Sara().AddContactPoint(type, typed)).ShouldBe(code);

    [Theory]
    [InlineData("6789")]
    [InlineData("۳۴۵۶۷۸۹")]
    [InlineData("09123456789")]
    [InlineData("0912 345 6789")]
    [InlineData("+98 912 345 6789")]
    [InlineData("00989123456789")]
    public void The_end_of_a_telephone_finds_it(string typed)
    {
        var key = Sara().AddContactPoint(PartyContactPointType.Mobile, "09123456789").PhoneKey!;
        var search = new PartySearch(typed);

        string.CompareOrdinal(key, search.PhoneFrom).ShouldBeGreaterThanOrEqualTo(0);
        string.CompareOrdinal(key, search.PhoneTo).ShouldBeLessThan(0);
    }

    [Theory]
    [InlineData("678")]
    [InlineData("C-100001")]
    [InlineData("سارا")]
    [InlineData("")]
    public void What_is_no_telephone_is_not_sought_as_one(string typed) => new PartySearch(typed).PhoneFrom.ShouldBeNull();

    [Fact]
    public void One_way_of_a_type_is_the_first_to_try()
    {
        var sara = Sara();
        var first = sara.AddContactPoint(PartyContactPointType.Mobile, "09123456789");
        first.IsPreferred.ShouldBeTrue();

        var second = sara.AddContactPoint(PartyContactPointType.Mobile, "09351112233", "کار", isPreferred: true);
        sara.ContactPoints.Where(point => point.IsPreferred).ShouldBe([second]);

        sara.RemoveContactPoint(second);
        first.IsPreferred.ShouldBeTrue();
    }

    [Fact]
    public void A_way_to_reach_is_kept_once_however_it_is_typed()
    {
        var sara = Sara();
        sara.AddContactPoint(PartyContactPointType.Mobile, "09123456789");
        sara.AddContactPoint(PartyContactPointType.Mobile, "+98 912 345 6789", "خانه");

        sara.ContactPoints.ShouldHaveSingleItem().Label.ShouldBe("خانه");
    }

    [Fact]
    public void A_postal_code_has_ten_digits()
    {
        var sara = Sara();
        sara.AddAddress("تهران", "تهران", "خیابان ولیعصر", "۱۹۶۷۹-۱۳۴۸۱");
        sara.Addresses.ShouldHaveSingleItem().PostalCode.ShouldBe("1967913481");

        CodeOf(() => sara.AddAddress(null, "تهران", null, "12345")).ShouldBe(PartiesErrorCodes.WrongPostalCode);
    }

    [Fact]
    public void Roles_are_known_ones_and_each_once()
    {
        var acme = Acme();
        acme.AddRole(PartyRoles.Supplier);
        acme.AddRole(PartyRoles.Customer);
        acme.AddRole(PartyRoles.Customer);

        acme.RoleTokens.ShouldBe("|customer|supplier|");
        acme.Is(PartyRoles.Supplier).ShouldBeTrue();
        CodeOf(() => acme.AddRole("friend")).ShouldBe(PartiesErrorCodes.UnknownRole);

        acme.RemoveRole(PartyRoles.Customer);
        acme.RemoveRole(PartyRoles.Supplier);
        acme.RoleTokens.ShouldBe("");
    }

    [Fact]
    public void Nobody_is_born_in_the_future()
    {
        var sara = Sara();
        sara.SetBirthDate(Today, Today);
        CodeOf(() => sara.SetBirthDate(Today.AddDays(1), Today)).ShouldBe(PartiesErrorCodes.BirthDateInFuture);
        sara.BirthDate.ShouldBe(Today);
    }

    [Fact]
    public void Names_sort_as_in_the_Persian_alphabet_after_Latin_ones()
    {
        string[] sorted = ["Zebra", "احمد", "بابک", "پروین", "تینا", "چمن", "زهرا", "ژاله", "سارا", "کامران", "گلناز", "لاله", "ندا", "وحید", "هما", "یاسر"];

        sorted.Reverse().OrderBy(name => Party.Company(Guid.NewGuid(), "C-1", name, null).SortKey, StringComparer.Ordinal)
            .ShouldBe(sorted);
    }
}
