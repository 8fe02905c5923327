using System.Reflection;

namespace Volo.Abp.Validation.StringValues;

/// <summary>How a value that is kept as text is chosen and checked: a switch, free text, one of a list.</summary>
public interface IStringValueType
{
    string Name { get; }
    object? this[string key] { get; set; }
    Dictionary<string, object?> Properties { get; }
    IValueValidator Validator { get; set; }
}

[AttributeUsage(AttributeTargets.Class)]
public class StringValueTypeAttribute(string name) : Attribute
{
    public string Name { get; set; } = name;

    public static string GetName(Type type) => type.GetCustomAttribute<StringValueTypeAttribute>()?.Name ?? type.Name;
}

public abstract class StringValueTypeBase : IStringValueType
{
    protected StringValueTypeBase() : this(new AlwaysValidValueValidator())
    {
    }

    protected StringValueTypeBase(IValueValidator validator) => Validator = validator;

    public virtual string Name => StringValueTypeAttribute.GetName(GetType());
    public Dictionary<string, object?> Properties { get; } = [];
    public IValueValidator Validator { get; set; }

    public object? this[string key]
    {
        get => Properties.GetValueOrDefault(key);
        set => Properties[key] = value;
    }
}

[StringValueType("TOGGLE")]
public class ToggleStringValueType : StringValueTypeBase
{
    public ToggleStringValueType() : this(new BooleanValueValidator())
    {
    }

    public ToggleStringValueType(IValueValidator validator) : base(validator)
    {
    }
}

[StringValueType("FREE_TEXT")]
public class FreeTextStringValueType : StringValueTypeBase
{
    public FreeTextStringValueType()
    {
    }

    public FreeTextStringValueType(IValueValidator validator) : base(validator)
    {
    }
}

[StringValueType("SELECTION")]
public class SelectionStringValueType : StringValueTypeBase
{
    public SelectionStringValueType()
    {
    }

    public SelectionStringValueType(IValueValidator validator) : base(validator)
    {
    }

    public ISelectionStringValueItemSource ItemSource { get; set; } = default!;
}

public interface ISelectionStringValueItemSource
{
    ICollection<ISelectionStringValueItem> Items { get; }
}

public class StaticSelectionStringValueItemSource(params ISelectionStringValueItem[] items) : ISelectionStringValueItemSource
{
    public ICollection<ISelectionStringValueItem> Items { get; } = items;
}

public interface ISelectionStringValueItem
{
    string Value { get; set; }
    LocalizableStringInfo DisplayText { get; set; }
}

public class LocalizableSelectionStringValueItem : ISelectionStringValueItem
{
    public string Value { get; set; } = default!;
    public LocalizableStringInfo DisplayText { get; set; } = default!;
}

public class LocalizableStringInfo(string resourceName, string name)
{
    public string ResourceName { get; } = resourceName;
    public string Name { get; } = name;
}
