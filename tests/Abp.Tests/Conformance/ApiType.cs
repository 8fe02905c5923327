namespace Abp.Tests.Conformance;

/// <summary>One public type in the listing's notation, whether read from the listing or from an assembly.</summary>
/// <param name="Name">Full name with its type parameters, <c>Volo.Abp.X&lt;TKey&gt;</c>.</param>
/// <param name="Head">Accessibility and kind: <c>public abstract class</c>.</param>
/// <param name="Bases">Base class and interfaces.</param>
internal sealed record ApiType(
    string Name, string Head, IReadOnlyList<string> Bases, IReadOnlySet<string> Constraints, IReadOnlyList<string> Attributes)
{
    public List<ApiMember> Members { get; } = [];

    /// <summary>The assembly that declares it; null when read by reflection.</summary>
    public string? Assembly { get; init; }

    /// <summary>Type parameters as they are named here.</summary>
    public string[] Parameters { get; } = [.. Notation.Arguments(Name).Select(x => x.Split(' ')[^1])];
}

/// <summary>One line of the listing below its type.</summary>
/// <param name="Kind">C, P, F, E or M.</param>
/// <param name="Signature">Without the declaring type: <c>Get(int id) : string?</c>.</param>
/// <param name="Modifiers"><c>protected virtual</c>; empty for a member of an enum.</param>
internal sealed record ApiMember(
    char Kind, string Signature, string Modifiers, IReadOnlySet<string> Constraints, IReadOnlyList<string> Attributes)
{
    public string Name => Signature[..(Signature.IndexOfAny(['(', '<', '[', ' ']) is var end and >= 0 ? end : Signature.Length)];
    public bool IsOverride => Modifiers.Split(' ').Contains("override");
    public bool IsAbstract => Modifiers.Split(' ').Contains("abstract");
}

/// <summary>Small parsers of the listing's notation.</summary>
internal static class Notation
{
    /// <summary>Splits at a separator that is not inside brackets of any kind or a string.</summary>
    public static List<string> Split(string text, string separator)
    {
        var parts = new List<string>();
        var (depth, start, quoted) = (0, 0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"') { quoted = !quoted; }
            if (quoted) { continue; }
            if ("<([{".Contains(text[i])) { depth++; }
            else if (">)]}".Contains(text[i])) { depth--; }
            else if (depth == 0 && string.CompareOrdinal(text, i, separator, 0, separator.Length) == 0)
            {
                parts.Add(text[start..i]);
                start = i + separator.Length;
                i = start - 1;
            }
        }
        parts.Add(text[start..]);
        return parts;
    }

    /// <summary>The type arguments of the last segment: <c>A&lt;X, B&lt;Y&gt;&gt;</c> has X and B&lt;Y&gt;.</summary>
    public static IEnumerable<string> Arguments(string type)
    {
        if (!type.EndsWith('>')) { return []; }
        var (depth, start) = (0, type.Length - 1);
        do
        {
            depth += type[start] switch { '>' => 1, '<' => -1, _ => 0 };
            start--;
        }
        while (depth > 0);
        return Split(type[(start + 2)..^1], ", ");
    }

    /// <summary><c>A.B&lt;X, Y&gt;</c> as <c>A.B`2</c>: one key for a type however its parameters are named.</summary>
    public static string Key(string type)
    {
        var arguments = Arguments(type).Count();
        return arguments == 0 ? type : $"{type[..IndexOfArguments(type)]}`{arguments}";
    }

    /// <summary>Reads <c>where T : class, X</c> clauses as "T : class", "T : X".</summary>
    public static HashSet<string> Constraints(IEnumerable<string> clauses) =>
        [.. clauses.SelectMany(clause =>
        {
            var name = clause[..clause.IndexOf(" : ", StringComparison.Ordinal)];
            return Split(clause[(name.Length + 3)..], ", ").Select(x => $"{name} : {x.Replace("?", "")}");
        })];

    private static int IndexOfArguments(string type)
    {
        var (depth, i) = (0, type.Length - 1);
        do
        {
            depth += type[i] switch { '>' => 1, '<' => -1, _ => 0 };
            i--;
        }
        while (depth > 0);
        return i + 1;
    }
}
