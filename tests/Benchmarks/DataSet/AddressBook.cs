using System.Text;

namespace Benchmarks.DataSet;

/// <summary>A file of people as an address book exports it, one in three of them at a company: nobody is in the data set already, and nobody comes twice.</summary>
internal static class AddressBook
{
    /// <summary>Three of them, one after the other but for two each.</summary>
    public const int PeopleToACompany = 9;

    /// <param name="first">The number of the first of them; each number is one person.</param>
    public static string Of(long first, int people)
    {
        var (csv, random) = (new StringBuilder("full_name,mobile,email,province,city,company\n"), new Random((int)first));
        for (var person = first; person < first + people; person++)
        {
            var place = Any(random, PersianWords.Places);
            csv.Append(CultureInfo.InvariantCulture, $"{Any(random, PersianWords.FirstNames)} {Any(random, PersianWords.LastNames)},0999{2_000_000 + person},p{person}@people.example,{place.Province},{place.City},");
            csv.Append(person % 3 == 0 ? CompanyOf(person) : "").Append('\n');
        }
        return csv.ToString();
    }

    private static string CompanyOf(long person)
    {
        var company = person / PeopleToACompany;
        return string.Create(CultureInfo.InvariantCulture, $"بازرگانی {PersianWords.CompanyNames[company % PersianWords.CompanyNames.Length]} {company}");
    }

    private static T Any<T>(Random random, T[] items) => items[random.Next(items.Length)];
}
