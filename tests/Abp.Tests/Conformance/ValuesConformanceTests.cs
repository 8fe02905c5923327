using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Abp.Tests.Conformance;

/// <summary>Constants and the defaults of options are ABP's.</summary>
public class ValuesConformanceTests
{
    [ListingFact]
    public void Constants_and_defaults_are_ABPs()
    {
        var types = ApiConformanceTests.StandIn.SelectMany(ApiReflection.PublicTypes).Where(x => !x.ContainsGenericParameters)
            .ToDictionary(TypeText.Definition);
        var report = new StringBuilder();
        var compared = 0;
        foreach (var line in AbpListing.Lines("values-9.2.1.txt").Where(x => x.Contains(" = ")))
        {
            var (name, expected) = (line[..line.IndexOf(" = ", StringComparison.Ordinal)], line[(line.IndexOf(" = ", StringComparison.Ordinal) + 3)..]);
            var dot = name.LastIndexOf('.');
            if (!types.TryGetValue(name[..dot], out var type) || !TryRead(type, name[(dot + 1)..], out var value)) { continue; }
            if (Text(value) is not { } actual) { continue; }
            compared++;
            if (actual != expected) { report.AppendLine($"{name} is {actual}; in ABP {expected}"); }
        }
        compared.ShouldBeGreaterThan(50);
        if (report.Length > 0) { Assert.Fail(report.ToString()); }
    }

    private static bool TryRead(Type type, string name, out object? value)
    {
        const BindingFlags any = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.FlattenHierarchy;
        value = null;
        switch ((MemberInfo?)type.GetField(name, any) ?? type.GetProperty(name, any))
        {
            case FieldInfo { IsStatic: true } field:
                value = field.GetValue(null);
                return true;
            case PropertyInfo property when property.GetMethod!.IsStatic || type.GetConstructor([]) is not null && !type.IsAbstract:
                value = property.GetValue(property.GetMethod.IsStatic ? null : Activator.CreateInstance(type));
                return true;
            default:
                return false;
        }
    }

    /// <summary>Null for what the list cannot say in a word: objects and lists that are not empty.</summary>
    private static string? Text(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        Enum or TimeSpan => value.ToString(),
        IEnumerable items => items.Cast<object>().Any() ? null : "[]",
        IConvertible number => Convert.ToString(number, CultureInfo.InvariantCulture),
        _ => null
    };
}
