using System.Diagnostics.CodeAnalysis;

namespace Volo.Abp;

/// <summary>Guards against a caller's mistake.</summary>
public static class Check
{
    public static T NotNull<T>([NotNull] T? value, string parameterName) =>
        value is null ? throw new ArgumentNullException(parameterName) : value;

    public static T NotNull<T>([NotNull] T? value, string parameterName, string message) =>
        value is null ? throw new ArgumentNullException(parameterName, message) : value;

    public static string NotNull([NotNull] string? value, string parameterName, int maxLength = int.MaxValue, int minLength = 0) =>
        Within(value ?? throw new ArgumentException($"{parameterName} can not be null!", parameterName), parameterName, maxLength, minLength);

    public static string NotNullOrWhiteSpace([NotNull] string? value, string parameterName, int maxLength = int.MaxValue, int minLength = 0) =>
        string.IsNullOrWhiteSpace(value)
            ? throw new ArgumentException($"{parameterName} can not be null, empty or white space!", parameterName)
            : Within(value, parameterName, maxLength, minLength);

    public static string NotNullOrEmpty([NotNull] string? value, string parameterName, int maxLength = int.MaxValue, int minLength = 0) =>
        string.IsNullOrEmpty(value)
            ? throw new ArgumentException($"{parameterName} can not be null or empty!", parameterName)
            : Within(value, parameterName, maxLength, minLength);

    public static ICollection<T> NotNullOrEmpty<T>([NotNull] ICollection<T>? value, string parameterName) =>
        value is not { Count: > 0 } ? throw new ArgumentException($"{parameterName} can not be null or empty!", parameterName) : value;

    public static string? Length(string? value, string parameterName, int maxLength, int minLength = 0)
    {
        if (minLength > 0 && string.IsNullOrEmpty(value))
        {
            throw new ArgumentException($"{parameterName} can not be null or empty!", parameterName);
        }
        return value is null ? null : Within(value, parameterName, maxLength, minLength);
    }

    public static T NotDefaultOrNull<T>([NotNull] T? value, string parameterName) where T : struct =>
        value is { } present && !present.Equals(default(T))
            ? present
            : throw new ArgumentException($"{parameterName} has no value or its default value!", parameterName);

    public static int Positive(int value, string parameterName) => value > 0 ? value : throw NotPositive(parameterName);
    public static long Positive(long value, string parameterName) => value > 0 ? value : throw NotPositive(parameterName);
    public static decimal Positive(decimal value, string parameterName) => value > 0 ? value : throw NotPositive(parameterName);

    public static int Range(int value, string parameterName, int minimumValue, int maximumValue = int.MaxValue) =>
        value >= minimumValue && value <= maximumValue ? value : throw OutOfRange(parameterName, minimumValue, maximumValue);

    public static long Range(long value, string parameterName, long minimumValue, long maximumValue = long.MaxValue) =>
        value >= minimumValue && value <= maximumValue ? value : throw OutOfRange(parameterName, minimumValue, maximumValue);

    public static decimal Range(decimal value, string parameterName, decimal minimumValue, decimal maximumValue = decimal.MaxValue) =>
        value >= minimumValue && value <= maximumValue ? value : throw OutOfRange(parameterName, minimumValue, maximumValue);

    private static string Within(string value, string parameterName, int maxLength, int minLength)
    {
        if (value.Length > maxLength)
        {
            throw new ArgumentException($"{parameterName} length must be equal to or lower than {maxLength}!", parameterName);
        }
        if (minLength > 0 && value.Length < minLength)
        {
            throw new ArgumentException($"{parameterName} length must be equal to or bigger than {minLength}!", parameterName);
        }
        return value;
    }

    private static ArgumentException NotPositive(string parameterName) => new($"{parameterName} is equal to or less than zero", parameterName);

    private static ArgumentException OutOfRange(string parameterName, object minimum, object maximum) =>
        new($"{parameterName} is out of range min: {minimum} - max: {maximum}", parameterName);
}
