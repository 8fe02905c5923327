using System.Reflection;
using System.Text;

namespace Abp.Tests.Conformance;

/// <summary>Writes a reflected type as the listing does.</summary>
/// <remarks>After a type that may be annotated for null stands <see cref="Nullable"/> or <see cref="NotNull"/>, so that
/// a signature can be compared with and without its annotations.</remarks>
internal static class TypeText
{
    public const char Nullable = '\u0001';
    public const char NotNull = '\u0002';

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(char)] = "char",
        [typeof(decimal)] = "decimal", [typeof(double)] = "double", [typeof(float)] = "float", [typeof(int)] = "int",
        [typeof(uint)] = "uint", [typeof(long)] = "long", [typeof(ulong)] = "ulong", [typeof(short)] = "short",
        [typeof(ushort)] = "ushort", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(void)] = "void",
    };

    /// <summary>Without any annotation.</summary>
    public static string Plain(Type type) => Of(type, NullableFlags.None).Replace(NotNull.ToString(), "");

    public static string Of(Type type, NullableFlags flags)
    {
        if (type.IsByRef) { return Of(type.GetElementType()!, flags); }
        if (System.Nullable.GetUnderlyingType(type) is { } underlying) { return Of(underlying, flags) + "?"; }
        var mark = "";
        if (!type.IsValueType) { mark = (flags.Next() == 2 ? Nullable : NotNull).ToString(); }
        else if (type.IsGenericType) { flags.Next(); }
        if (type.IsArray) { return Of(type.GetElementType()!, flags) + "[" + new string(',', type.GetArrayRank() - 1) + "]" + mark; }
        return Name(type, argument => Of(argument, flags)) + mark;
    }

    /// <summary>The name a type has on its own line: with the variance of its parameters.</summary>
    public static string Definition(Type type) => Name(type, parameter =>
        (parameter.GenericParameterAttributes & GenericParameterAttributes.VarianceMask) switch
        {
            GenericParameterAttributes.Covariant => "out ",
            GenericParameterAttributes.Contravariant => "in ",
            _ => ""
        } + parameter.Name);

    private static string Name(Type type, Func<Type, string> argument)
    {
        if (type.IsGenericParameter) { return type.Name; }
        if (Keywords.TryGetValue(type, out var keyword)) { return keyword; }
        var arguments = new Queue<Type>(type.GetGenericArguments());
        var chain = new Stack<Type>();
        for (var part = type; part is not null; part = part.DeclaringType) { chain.Push(part); }
        var text = new StringBuilder(type.Namespace);
        foreach (var part in chain)
        {
            var tick = part.Name.IndexOf('`');
            text.Append(text.Length > 0 ? "." : "").Append(tick < 0 ? part.Name : part.Name[..tick]);
            if (tick >= 0)
            {
                var own = int.Parse(part.Name[(tick + 1)..]);
                text.Append('<').AppendJoin(", ", Enumerable.Range(0, own).Select(_ => argument(arguments.Dequeue()))).Append('>');
            }
        }
        return text.ToString();
    }
}

/// <summary>The null annotations of one signature position, outermost type first: 0 unknown, 1 not null, 2 nullable.</summary>
internal sealed class NullableFlags
{
    private readonly byte[] _each;
    private readonly byte _all;
    private int _next;

    private NullableFlags(byte[] each, byte all) => (_each, _all) = (each, all);

    public static NullableFlags None => new([], 0);

    public byte Next() => _next < _each.Length ? _each[_next++] : _all;

    public static NullableFlags Of(IList<CustomAttributeData> attributes, MemberInfo context)
    {
        var own = attributes.FirstOrDefault(x => x.AttributeType.FullName == "System.Runtime.CompilerServices.NullableAttribute");
        return own?.ConstructorArguments[0].Value switch
        {
            byte all => new NullableFlags([], all),
            IReadOnlyCollection<CustomAttributeTypedArgument> each => new NullableFlags([.. each.Select(x => (byte)x.Value!)], 0),
            _ => new NullableFlags([], Context(context))
        };
    }

    private static byte Context(MemberInfo? member)
    {
        for (; member is not null; member = member.DeclaringType)
        {
            var context = member.CustomAttributes.FirstOrDefault(
                x => x.AttributeType.FullName == "System.Runtime.CompilerServices.NullableContextAttribute");
            if (context is not null) { return (byte)context.ConstructorArguments[0].Value!; }
        }
        return 0;
    }
}
