using System.Text.RegularExpressions;

namespace Abp.Tests.Conformance;

/// <summary>What a type has that ABP's has not, or has otherwise. A type may have less than ABP's.</summary>
/// <remarks>An override that ABP has not is no difference (callers cannot tell), nor is a module without all of ABP's dependencies.</remarks>
internal sealed class ApiComparison(ApiListingReader abp, IReadOnlyCollection<Type> ours)
{
    private readonly HashSet<string> _ours = [.. ours.Select(x => Notation.Key(TypeText.Definition(x)))];

    public IEnumerable<string> Differences(Type type)
    {
        var here = ApiReflection.Read(type);
        var there = abp.Find(here.Name);
        if (there.Count == 0) { return ["ABP has no such type"]; }
        var same = there.Where(x => x.Head == here.Head).ToList();
        return same.Count == 0
            ? [$"is {here.Head}; in ABP {string.Join(" or ", there.Select(x => x.Head))}"]
            : TypeDifferences(type, here, same[0]).Concat(MemberDifferences(here, same)).Concat(Missing(here, same[0]));
    }

    private IEnumerable<string> TypeDifferences(Type type, ApiType here, ApiType there)
    {
        if (here.Name != there.Name) { yield return $"is named {here.Name}; in ABP {there.Name}"; }
        var ancestors = abp.Ancestors(there).Select(Unannotated).ToHashSet();
        foreach (var extra in here.Bases.Where(x => !ancestors.Contains(Unannotated(x)))) { yield return $"is a {extra}; not in ABP"; }
        var all = type.GetInterfaces().Append(type.BaseType).OfType<Type>().Select(x => Unannotated(TypeText.Plain(x))).ToHashSet();
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType) { all.Add(Unannotated(TypeText.Plain(parent))); }
        foreach (var missing in ancestors.Where(x => !all.Contains(x) && IsHere(x))) { yield return $"is no {missing}; in ABP it is"; }
        if (!here.Constraints.SetEquals(there.Constraints))
        {
            yield return $"constraints {Show(here.Constraints)}; in ABP {Show(there.Constraints)}";
        }
        foreach (var difference in AttributeDifferences(here.Attributes, [.. there.Attributes, .. Reached(there)])) { yield return difference; }
    }

    private IEnumerable<string> MemberDifferences(ApiType here, List<ApiType> there)
    {
        foreach (var member in here.Members)
        {
            var form = Form(member.Signature);
            var found = there.SelectMany(x => x.Members.Select(m => (Type: x, Member: m, Match: form.Match(Accessible(m.Signature)))))
                .FirstOrDefault(x => x.Member.Kind == member.Kind && x.Match.Success);
            if (found.Member is null)
            {
                if (member.IsOverride) { continue; }
                var alike = there.SelectMany(x => x.Members).Where(x => x.Kind == member.Kind && x.Name == member.Name).ToList();
                yield return $"{member.Kind} {Show(member.Signature)}: "
                    + (alike.Count == 0 ? "not in ABP" : "in ABP " + string.Join(" or ", alike.Select(x => x.Signature)));
                continue;
            }
            var at = $"{member.Kind} {Show(member.Signature)}";
            if (member.Modifiers != found.Member.Modifiers) { yield return $"{at} is {member.Modifiers}; in ABP {found.Member.Modifiers}"; }
            if (!member.Constraints.SetEquals(found.Member.Constraints))
            {
                yield return $"{at} constraints {Show(member.Constraints)}; in ABP {Show(found.Member.Constraints)}";
            }
            if (!abp.IsOblivious(found.Type) && !SameAnnotations(member.Signature, found.Match))
            {
                yield return $"{at} null annotations; in ABP {found.Member.Signature}";
            }
            foreach (var difference in AttributeDifferences(member.Attributes, found.Member.Attributes)) { yield return $"{at} {difference}"; }
        }
    }

    /// <summary>A class that is derived from must ask of its heirs what ABP's asks.</summary>
    private static IEnumerable<string> Missing(ApiType here, ApiType there) =>
        there.Head != "public abstract class" ? [] : there.Members
            .Where(x => x.IsAbstract && !x.Attributes.Any(a => a.StartsWith("System.Obsolete", StringComparison.Ordinal)) && !here.Members.Any(m => m.Kind == x.Kind && Form(m.Signature).IsMatch(Accessible(x.Signature))))
            .Select(x => $"lacks the abstract {x.Signature}");

    private IEnumerable<string> AttributeDifferences(IEnumerable<string> here, IEnumerable<string> there)
    {
        var ours = here.SelectMany(Parts).ToHashSet();
        var abps = there.SelectMany(Parts).ToHashSet();
        foreach (var extra in ours.Except(abps)) { yield return $"has [{extra}]; not in ABP"; }
        foreach (var missing in abps.Except(ours).Where(x => !x.StartsWith(DependsOn, StringComparison.Ordinal) && AttributeIsHere(x)))
        {
            yield return $"lacks [{missing}]";
        }
    }

    private const string DependsOn = "Volo.Abp.Modularity.DependsOn";

    /// <summary>Each module of a DependsOn on its own; what AttributeUsage says by default left out.</summary>
    private static IEnumerable<string> Parts(string attribute) =>
        attribute.StartsWith(DependsOn + "(", StringComparison.Ordinal)
            ? Notation.Split(attribute[(DependsOn.Length + 1)..^1], ", ").Select(x => $"{DependsOn}({x})")
            : [attribute.StartsWith("System.AttributeUsage", StringComparison.Ordinal)
                ? attribute.Replace(", AllowMultiple = false", "").Replace(", Inherited = true", "")
                : attribute];

    /// <summary>The modules that ABP's module comes after, however far: one of them may be named directly here.</summary>
    private HashSet<string> Reached(ApiType module)
    {
        var found = new HashSet<string>();
        var open = new Queue<ApiType>([module]);
        while (open.TryDequeue(out var next))
        {
            foreach (var part in next.Attributes.SelectMany(Parts).Where(x => x.StartsWith(DependsOn, StringComparison.Ordinal) && found.Add(x)))
            {
                foreach (var type in abp.Find(part[(DependsOn.Length + "(typeof(".Length)..^2])) { open.Enqueue(type); }
            }
        }
        return found;
    }

    private bool AttributeIsHere(string attribute) =>
        !attribute.StartsWith("Asp.Versioning", StringComparison.Ordinal)
        && (!attribute.StartsWith("Volo.", StringComparison.Ordinal) || _ours.Contains(attribute.Split('(')[0] + "Attribute"));

    private bool IsHere(string type) => abp.Find(type).Count == 0 || _ours.Contains(Notation.Key(type));

    /// <summary>Accessors nobody outside can call are no part of a signature.</summary>
    private static string Accessible(string signature) => Regex.Replace(signature, "(?<!protected) (private|internal) set;", "");

    private static Regex Form(string signature) =>
        new("^" + Regex.Replace(Regex.Escape(signature), $"[{TypeText.Nullable}{TypeText.NotNull}]", @"(\??)") + "$");

    private static bool SameAnnotations(string signature, Match listed) =>
        signature.Where(x => x is TypeText.Nullable or TypeText.NotNull).Select((x, i) => (x == TypeText.Nullable, i))
            .All(x => x.Item1 == listed.Groups[x.i + 1].Length > 0);

    /// <summary>Reflection does not tell the annotations of base types.</summary>
    private static string Unannotated(string type) => type.Replace("?", "");
    private static string Show(IEnumerable<string> constraints) => "{" + string.Join(", ", constraints.Order()) + "}";
    private static string Show(string signature) => signature.Replace(TypeText.Nullable, '?').Replace(TypeText.NotNull.ToString(), "");
}
