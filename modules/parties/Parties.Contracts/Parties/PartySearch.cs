using System.Linq.Expressions;
using Kernel.Rights;
using Kernel.Texts;

namespace Parties.Parties;

/// <summary>What a person typed to find a party, folded as the search keys are, so that ي and ك find ی and ک.</summary>
public sealed class PartySearch
{
    /// <summary>PostgreSQL's index holds three letters each. Of a shorter word it would be read whole, which takes longer than to look at the rows.</summary>
    private const int ShortestIndexed = 3;

    private readonly string? _text;

    /// <summary>Folded words; each must occur in the party's search key, in any order.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>
    /// When the text may be the end of a telephone (four digits or more): those digits from the last to the first, as
    /// telephones are keyed; else null.
    /// </summary>
    public string? PhoneFrom { get; }

    /// <summary>Upper bound, exclusive, of the keys that begin with <see cref="PhoneFrom"/>.</summary>
    public string? PhoneTo => PhoneFrom + "a";

    public bool IsEmpty => Words.Count == 0;

    /// <summary>With its country or its area: +98…, 00…, 09….</summary>
    public bool IsWholePhone { get; }

    /// <summary>Ten, eleven or fourteen digits, as national ids, company ids and economic codes have.</summary>
    public bool IsWholeIdentifier { get; }

    public bool IsEmail { get; }

    public PartySearch(string? text)
    {
        _text = text;
        Words = PersianText.SearchKey(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var digits = PersianText.ToAsciiDigits(text ?? "").Trim();
        PhoneFrom = PhoneEnd(digits);
        var count = digits.Count(char.IsAsciiDigit);
        IsWholePhone = PhoneFrom is not null && count >= 8 && (digits.StartsWith('+') || digits.StartsWith("00", StringComparison.Ordinal) && count > 11
            || (digits.StartsWith('0') && count == 11));
        IsWholeIdentifier = PhoneFrom is not null && !IsWholePhone && count is 10 or 11 or 14;
        IsEmail = digits.IndexOf('@') > 0;
    }

    /// <summary>Narrows a query to rows whose key contains every word: <c>search.Apply(query, row => row.SearchKey)</c>.</summary>
    public IQueryable<T> Apply<T>(IQueryable<T> query, Expression<Func<T, string>> searchKey) =>
        Words.Aggregate(query, (narrowed, word) => narrowed.Where(Contains(searchKey, word)));

    /// <summary>Beside those whose name or number fits, whose telephone ends so and who have just this identifier, as far as the reader may search by them.</summary>
    /// <param name="named">Ids of those whose key fits.</param>
    /// <param name="phones">By <see cref="PhoneKey"/>.</param>
    /// <param name="identifiers">By value.</param>
    /// <returns>Null when these are those whose key fits and no others.</returns>
    public IQueryable<Guid>? Owners(IQueryable<Guid> named, PartyAccess access, IQueryable<PartyKey> phones, IQueryable<PartyKey> identifiers)
    {
        var owners = named;
        if (PhoneFrom is { } from && access.Phone >= FieldAccess.Visible)
        {
            var to = PhoneTo;
            owners = owners.Union(phones.Where(phone => phone.Key!.CompareTo(from) >= 0 && phone.Key.CompareTo(to) < 0).Select(phone => phone.PartyId));
        }
        if (PhoneFrom is not null && access.Identifiers >= FieldAccess.Visible)
        {
            var value = PersianText.CompactKey(_text);
            owners = owners.Union(identifiers.Where(identifier => identifier.Key == value).Select(identifier => identifier.PartyId));
        }
        return ReferenceEquals(owners, named) ? null : owners;
    }

    private static Expression<Func<T, bool>> Contains<T>(Expression<Func<T, string>> key, string word)
    {
        Expression<Func<string>> parameter = () => word; // captured, so that the statement has a parameter and its plan is kept
        Expression contains = word.Length < ShortestIndexed
            ? Expression.GreaterThanOrEqual(Expression.Call(key.Body, nameof(string.IndexOf), null, parameter.Body), Expression.Constant(0))
            : Expression.Call(key.Body, nameof(string.Contains), null, parameter.Body);
        return Expression.Lambda<Func<T, bool>>(contains, key.Parameters);
    }

    private static string? PhoneEnd(string text)
    {
        var digits = text.Where(char.IsAsciiDigit).ToArray();
        var isPhone = digits.Length >= 4 && text.All(c => char.IsAsciiDigit(c) || "+-() ".Contains(c));
        return isPhone ? PhoneKey(digits) : null;
    }

    /// <summary>
    /// The key of a telephone: its digits from the last to the first, because people remember and displays show the end.
    /// A leading 0 or 00 is left out, since a stored number begins with its country.
    /// </summary>
    public static string PhoneKey(IEnumerable<char> phone) =>
        new([.. phone.Where(char.IsAsciiDigit).SkipWhile(digit => digit == '0').Reverse()]);
}

/// <summary>Whose key it is. Without a constructor of its own, so that a query may filter on what it selects.</summary>
public class PartyKey
{
    public Guid PartyId { get; init; }
    public string? Key { get; init; }
}
