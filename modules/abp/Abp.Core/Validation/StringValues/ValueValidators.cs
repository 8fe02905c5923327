using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Volo.Abp.Validation.StringValues;

public interface IValueValidator
{
    string Name { get; }
    object? this[string key] { get; set; }
    IDictionary<string, object?> Properties { get; }
    bool IsValid(object? value);
}

[AttributeUsage(AttributeTargets.Class)]
public class ValueValidatorAttribute(string name) : Attribute
{
    public string Name { get; set; } = name;

    public static string GetName(Type type) => type.GetCustomAttribute<ValueValidatorAttribute>()?.Name ?? type.Name;
}

public abstract class ValueValidatorBase : IValueValidator
{
    public virtual string Name => ValueValidatorAttribute.GetName(GetType());
    public IDictionary<string, object?> Properties { get; } = new Dictionary<string, object?>();

    public object? this[string key]
    {
        get => Properties.TryGetValue(key, out var value) ? value : null;
        set => Properties[key] = value;
    }

    public abstract bool IsValid(object? value);
}

[ValueValidator("NULL")]
public class AlwaysValidValueValidator : ValueValidatorBase
{
    public override bool IsValid(object? value) => true;
}

[ValueValidator("BOOLEAN")]
public class BooleanValueValidator : ValueValidatorBase
{
    public override bool IsValid(object? value) => value is bool || bool.TryParse(value?.ToString(), out _);
}

[ValueValidator("NUMERIC")]
public class NumericValueValidator : ValueValidatorBase
{
    public NumericValueValidator()
    {
    }

    public NumericValueValidator(int minValue = int.MinValue, int maxValue = int.MaxValue) => (MinValue, MaxValue) = (minValue, maxValue);

    public int MinValue { get; set; } = int.MinValue;
    public int MaxValue { get; set; } = int.MaxValue;

    public override bool IsValid(object? value) =>
        int.TryParse(value?.ToString(), CultureInfo.InvariantCulture, out var number) && IsValidInternal(number);

    protected virtual bool IsValidInternal(int value) => value >= MinValue && value <= MaxValue;
}

[ValueValidator("STRING")]
public class StringValueValidator : ValueValidatorBase
{
    public StringValueValidator()
    {
    }

    public StringValueValidator(int minLength = 0, int maxLength = 0, string? regularExpression = null, bool allowNull = false) =>
        (MinLength, MaxLength, RegularExpression, AllowNull) = (minLength, maxLength, regularExpression, allowNull);

    public bool AllowNull { get; set; }
    public int MinLength { get; set; }

    /// <summary>0: no limit.</summary>
    public int MaxLength { get; set; }
    public string? RegularExpression { get; set; }

    public override bool IsValid(object? value) => value is null
        ? AllowNull
        : value is string text && text.Length >= MinLength && (MaxLength <= 0 || text.Length <= MaxLength)
            && (string.IsNullOrEmpty(RegularExpression) || Regex.IsMatch(text, RegularExpression));
}
