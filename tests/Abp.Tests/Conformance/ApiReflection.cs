using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Abp.Tests.Conformance;

/// <summary>Reads the public surface of an assembly in the listing's notation.</summary>
internal static class ApiReflection
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public static IEnumerable<Type> PublicTypes(Assembly assembly) =>
        assembly.GetTypes().Where(x => IsVisible(x) && !IsGenerated(x)).OrderBy(x => x.FullName, StringComparer.Ordinal);

    public static ApiType Read(Type type)
    {
        var api = new ApiType(
            TypeText.Definition(type), Head(type), [.. Bases(type).Select(TypeText.Plain)], Constraints(type, type), Attributes(type));
        if (!typeof(Delegate).IsAssignableFrom(type)) { api.Members.AddRange(Members(type)); }
        return api;
    }

    /// <summary>The base class and those interfaces that neither it nor another interface brings along.</summary>
    private static IEnumerable<Type> Bases(Type type)
    {
        var hasBase = type.IsClass && type.BaseType != typeof(object) && type.BaseType != typeof(MulticastDelegate);
        var implied = type.GetInterfaces().SelectMany(x => x.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []).ToHashSet();
        var own = type.IsEnum ? [] : type.GetInterfaces().Where(x => !implied.Contains(x) && IsVisible(x));
        return hasBase ? own.Prepend(type.BaseType!) : own;
    }

    private static string Head(Type type)
    {
        var access = type.IsPublic || type.IsNestedPublic ? "public" : type.IsNestedFamily ? "protected" : "protected internal";
        if (type.IsEnum) { return $"{access} enum {TypeText.Plain(type.GetEnumUnderlyingType())}"; }
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            return $"{access} delegate {TypeText.Plain(invoke.ReturnType)} ({Parameters(invoke)})".Replace(TypeText.NotNull.ToString(), "");
        }
        if (type.IsInterface) { return $"{access} interface"; }
        if (type.IsValueType) { return $"{access} struct"; }
        var kind = (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static class", (true, _) => "abstract class", (_, true) => "sealed class", _ => "class"
        };
        return $"{access} {kind}";
    }

    private static IEnumerable<ApiMember> Members(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(x => new ApiMember(
                'F', $"{x.Name} = {Convert.ToString(x.GetRawConstantValue(), CultureInfo.InvariantCulture)}", "", NoConstraints, Attributes(x)));
        }
        var constructors = type.GetConstructors(Declared).Where(x => !x.IsStatic && IsVisible(x))
            .Select(x => new ApiMember('C', $"ctor({Parameters(x)})", Access(x), NoConstraints, Attributes(x)));
        var fields = type.GetFields(Declared).Where(x => IsVisible(x) && !IsGenerated(x)).Select(Field);
        var events = type.GetEvents(Declared).Where(x => IsVisible(x.AddMethod!)).Select(x => new ApiMember('E',
            $"{x.Name} : {TypeText.Of(x.EventHandlerType!, NullableFlags.Of(x.GetCustomAttributesData(), type))}",
            Modifiers(x.AddMethod!), NoConstraints, Attributes(x)));
        var properties = type.GetProperties(Declared).Where(x => x.GetAccessors(true).Any(IsVisible) && !IsGenerated(x)).Select(Property);
        var methods = type.GetMethods(Declared)
            .Where(x => !x.IsSpecialName && !x.Name.Contains('<') && !x.Name.Contains('.') && IsVisible(x) && !IsGenerated(x)).Select(Method);
        return [.. constructors, .. fields, .. events, .. properties, .. methods];
    }

    private static ApiMember Method(MethodInfo method)
    {
        var parameters = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(x => x.Name))}>" : "";
        var result = TypeText.Of(method.ReturnType, NullableFlags.Of(method.ReturnParameter.GetCustomAttributesData(), method));
        var constraints = method.IsGenericMethod && !IsOverride(method) ? ConstraintsOf(method.GetGenericArguments(), method) : NoConstraints;
        return new ApiMember('M', $"{method.Name}{parameters}({Parameters(method)}) : {result}", Modifiers(method), constraints, Attributes(method));
    }

    private static ApiMember Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(true).Where(IsVisible).OrderByDescending(x => x == property.GetMethod).ToList();
        var widest = accessors.MaxBy(x => x.IsPublic ? 2 : x.IsFamilyOrAssembly ? 1 : 0)!;
        var text = string.Join(" ", accessors.Select(x =>
            (Access(x) == Access(widest) ? "" : Access(x) + " ") + (x == property.GetMethod ? "get;" : IsInit(x) ? "init;" : "set;")));
        var index = property.GetIndexParameters() is { Length: > 0 } ? $"[{Parameters(widest, skipValue: widest == property.SetMethod)}]" : "";
        var type = TypeText.Of(property.PropertyType, NullableFlags.Of(property.GetCustomAttributesData(), property.DeclaringType!));
        return new ApiMember('P', $"{property.Name}{index} : {type} {{ {text} }}", Modifiers(widest), NoConstraints, Attributes(property));
    }

    private static ApiMember Field(FieldInfo field)
    {
        var access = field.IsPublic ? "public" : field.IsFamily ? "protected" : "protected internal";
        var kind = field.IsLiteral ? " const" : (field.IsStatic ? " static" : "") + (field.IsInitOnly ? " readonly" : "");
        var value = field.IsLiteral ? " = " + Value(field.GetRawConstantValue(), field.FieldType) : "";
        var type = TypeText.Of(field.FieldType, NullableFlags.Of(field.GetCustomAttributesData(), field.DeclaringType!));
        return new ApiMember('F', $"{field.Name} : {type}{value}", access + kind, NoConstraints, Attributes(field));
    }

    private static string Parameters(MethodBase method, bool skipValue = false)
    {
        var parameters = method.GetParameters().AsEnumerable();
        if (skipValue) { parameters = parameters.SkipLast(1); }
        var isExtension = method.IsDefined(typeof(ExtensionAttribute), false);
        return string.Join(", ", parameters.Select(x =>
        {
            var modifier = x.IsOut ? "out " : x.IsIn ? "in " : x.ParameterType.IsByRef ? "ref "
                : x.IsDefined(typeof(ParamArrayAttribute), false) || x.IsDefined(typeof(ParamCollectionAttribute), false) ? "params "
                : isExtension && x.Position == 0 ? "this " : "";
            var fallback = x.HasDefaultValue ? " = " + Default(x) : "";
            return $"{modifier}{TypeText.Of(x.ParameterType, NullableFlags.Of(x.GetCustomAttributesData(), method))} {x.Name}{fallback}";
        }));
    }

    private static string Default(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        var isValue = type.IsValueType && Nullable.GetUnderlyingType(type) is null;
        return parameter.RawDefaultValue is null && isValue ? "default" : Value(parameter.RawDefaultValue, Nullable.GetUnderlyingType(type) ?? type);
    }

    private static string Value(object? value, Type type) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ when type.IsEnum => EnumText(type, value),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!
    };

    private static string EnumText(Type type, object value)
    {
        var names = Enum.ToObject(type, value).ToString()!.Split(", ");
        return names.Length == 1 ? $"{TypeText.Plain(type)}.{names[0]}" : string.Join("|", names.Select(x => $"{type.Name}.{x}"));
    }

    private static HashSet<string> Constraints(Type type, MemberInfo context) =>
        type.IsGenericTypeDefinition ? ConstraintsOf(type.GetGenericArguments(), context) : [];

    private static HashSet<string> ConstraintsOf(Type[] parameters, MemberInfo context)
    {
        var found = new HashSet<string>();
        foreach (var parameter in parameters)
        {
            var flags = parameter.GenericParameterAttributes;
            var isStruct = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
            var isClass = flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint);
            var types = parameter.GetGenericParameterConstraints().Where(x => x != typeof(ValueType)).ToList();
            if (isClass) { found.Add($"{parameter.Name} : class"); }
            if (isStruct) { found.Add($"{parameter.Name} : struct"); }
            if (!isClass && !isStruct && types.Count == 0 && NullableFlags.Of(parameter.GetCustomAttributesData(), context).Next() == 1)
            {
                found.Add($"{parameter.Name} : notnull");
            }
            found.UnionWith(types.Select(x => $"{parameter.Name} : {TypeText.Plain(x)}"));
            if (!isStruct && flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint)) { found.Add($"{parameter.Name} : new()"); }
        }
        return found;
    }

    /// <summary>Attributes that mean something to a caller; those of the compiler and the debugger are left out.</summary>
    private static List<string> Attributes(MemberInfo member) =>
        [.. member.GetCustomAttributesData()
            .Where(x => x.AttributeType.IsVisible && x.AttributeType != typeof(SerializableAttribute)
                && x.AttributeType.Namespace?.Split('.') is not ["System", "Runtime" or "Diagnostics" or "Reflection", ..])
            .Select(Attribute)];

    private static string Attribute(CustomAttributeData attribute)
    {
        var arguments = attribute.ConstructorArguments.SelectMany(Argument)
            .Concat(attribute.NamedArguments.Select(x => $"{x.MemberName} = {string.Join(", ", Argument(x.TypedValue))}")).ToList();
        var name = TypeText.Plain(attribute.AttributeType);
        name = name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;
        return arguments.Count == 0 ? name : $"{name}({string.Join(", ", arguments)})";
    }

    private static IEnumerable<string> Argument(CustomAttributeTypedArgument argument) => argument.Value switch
    {
        IReadOnlyCollection<CustomAttributeTypedArgument> many => many.SelectMany(Argument),
        Type type => [$"typeof({TypeText.Plain(type)})"],
        var value => [Value(value, argument.ArgumentType)]
    };

    private static string Modifiers(MethodInfo method)
    {
        if (method.DeclaringType!.IsInterface) { return Access(method); }
        var kind = method switch
        {
            { IsStatic: true } => " static",
            { IsAbstract: true } => IsOverride(method) ? " abstract override" : " abstract",
            { IsVirtual: true } when IsOverride(method) => method.IsFinal ? " sealed override" : " override",
            { IsVirtual: true, IsFinal: false } => " virtual",
            _ => ""
        };
        return Access(method) + kind;
    }

    private static string Access(MethodBase method) =>
        method.IsPublic ? "public" : method.IsFamily ? "protected" : method.IsFamilyOrAssembly ? "protected internal" : "private";

    private static HashSet<string> NoConstraints => [];
    private static bool IsOverride(MethodInfo method) => method.GetBaseDefinition().DeclaringType != method.DeclaringType;
    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
    private static bool IsVisible(FieldInfo field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;

    private static bool IsVisible(Type type) =>
        type.IsNested
            ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType!)
            : type.IsPublic;

    private static bool IsGenerated(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute), false);
}
