namespace Parties.Parties;

public enum PartyKind
{
    Person = 1,
    Company = 2
}

/// <summary>What somebody issued to tell a party from others. Our own number is <c>Party.Number</c>.</summary>
public enum PartyIdentifierType
{
    /// <summary>کد ملی, of a person: ten digits.</summary>
    NationalId = 1,

    /// <summary>شناسه ملی, of a company: eleven digits.</summary>
    CompanyId = 2,

    /// <summary>کد اقتصادی: eleven digits (companies) or fourteen (persons).</summary>
    EconomicCode = 3,

    /// <summary>The name by which the party signs in at our portal or shop.</summary>
    UserName = 4,

    Passport = 5,

    /// <summary>The party's key in another system, named by the identifier's source.</summary>
    External = 6
}

public enum PartyContactPointType
{
    Mobile = 1,
    Phone = 2,
    Email = 3,
    Website = 4
}
