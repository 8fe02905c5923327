using System.Text.RegularExpressions;
using Abp.Tests.Conformance;

namespace Workspace.Tests.Architecture.AbpPackages;

/// <summary>Looks a used member up in the listing of ABP's public API.</summary>
internal sealed class ListedMembers(ApiListingReader abp)
{
    /// <summary>What the listing knows under a name in metadata's words, <c>Volo.Abp.X`1</c>.</summary>
    public IReadOnlyList<ApiType> Types(string name) => abp.Find(name);

    /// <summary>The types that declare the member: the type itself or one it inherits from. None when ABP has no such member.</summary>
    public IReadOnlyList<ApiType> Declaring(UsedMember used) => [.. Types(used.Type).SelectMany(type => Declaring(used, type)).Distinct()];

    public bool IsOverridable(UsedMember used) => Types(used.Type).SelectMany(x => Lineage(x, used.Arguments))
        .Any(x => x.Type.Members.Any(m => Matches(used, x.Type, m, x.Arguments) && m.Modifiers.Split(' ').Any(w => w is "virtual" or "abstract" or "override")));

    /// <summary>Base classes the listing does not know: the framework's.</summary>
    public IEnumerable<string> ForeignBases(string name) => Types(name).SelectMany(x => Lineage(x)).SelectMany(x => x.Type.Bases).Where(x => abp.Find(x).Count == 0);

    public bool IsA(string name, string ancestor) => Types(name).Any(x => abp.Ancestors(x).Any(a => Notation.Key(a) == ancestor));

    private IEnumerable<ApiType> Declaring(UsedMember used, ApiType type) =>
        type.Head.Contains("delegate", StringComparison.Ordinal) && used.Name is ".ctor" or "Invoke"
            ? [type]
            : Lineage(type).Where(x => x.Type.Members.Any(m => Matches(used, x.Type, m, x.Arguments))).Select(x => x.Type);

    /// <summary>The type and what it inherits from, each with the arguments it is closed with in the words of the first.</summary>
    private IEnumerable<(ApiType Type, string[] Arguments)> Lineage(ApiType type, string[]? closed = null)
    {
        closed ??= [.. type.Parameters.Select((_, i) => $"!{i}")];
        yield return (type, closed);
        foreach (var ancestor in abp.Ancestors(type))
        {
            var arguments = Notation.Arguments(ancestor).Select(x => Close(x, type.Parameters, closed)).ToArray();
            foreach (var known in abp.Find(ancestor)) { yield return (known, arguments); }
        }
    }

    private static bool Matches(UsedMember used, ApiType type, ApiMember listed, string[] arguments)
    {
        string Positioned(string text) => Close(text, type.Parameters, arguments);
        return listed.Kind switch
        {
            'C' => used.Name == ".ctor" && Same(used.Parameters!, Parameters(listed.Signature, '(', ')').Select(Positioned)),
            'M' => used.Name == listed.Name && MatchesMethod(used, listed, Positioned),
            'P' => MatchesProperty(used, listed, Positioned),
            'F' => used.Parameters is null && used.Name == listed.Name && Same([used.Result], [Positioned(Result(listed.Signature).Split(" = ")[0])]),
            'E' => used.Name == "add_" + listed.Name || used.Name == "remove_" + listed.Name,
            _ => false
        };
    }

    private static bool MatchesMethod(UsedMember used, ApiMember listed, Func<string, string> positioned)
    {
        var head = listed.Signature[..listed.Signature.IndexOf('(')];
        string[] generics = [.. Notation.Arguments(head).Select(x => x.Split(' ')[^1])];
        string Whole(string text) => ByPosition(positioned(text), generics, "!!");
        return Same([.. used.Parameters!, used.Result], [.. Parameters(listed.Signature[head.Length..], '(', ')').Select(Whole), Whole(Result(listed.Signature[head.Length..]))]);
    }

    private static bool MatchesProperty(UsedMember used, ApiMember listed, Func<string, string> positioned)
    {
        if (used.Parameters is null || used.Name.Length < 5 || used.Name[4..] != listed.Name) { return false; }
        var accessors = listed.Signature[(listed.Signature.IndexOf(" { ", StringComparison.Ordinal) + 3)..];
        var type = positioned(Result(listed.Signature[..listed.Signature.IndexOf(" { ", StringComparison.Ordinal)]));
        var index = listed.Signature.Contains('[') && listed.Signature.IndexOf('[') < listed.Signature.IndexOf(" : ", StringComparison.Ordinal)
            ? Parameters(listed.Signature, '[', ']').Select(positioned).ToList() : [];
        return used.Name[..4] switch
        {
            "get_" => Regex.IsMatch(accessors, "(?<!private |internal )get;") && Same([.. used.Parameters, used.Result], [.. index, type]),
            "set_" => Regex.IsMatch(accessors, "(?<!private |internal )(set|init);") && Same(used.Parameters, [.. index, type]),
            _ => false
        };
    }

    /// <summary>The types of a listed parameter list; <c>&amp;</c> before one that is passed by reference.</summary>
    private static IEnumerable<string> Parameters(string signature, char open, char close)
    {
        var start = signature.IndexOf(open);
        var (depth, end) = (0, start);
        do
        {
            depth += signature[end] == open ? 1 : signature[end] == close ? -1 : 0;
            end++;
        }
        while (depth > 0);
        var list = signature[(start + 1)..(end - 1)];
        foreach (var parameter in list.Length == 0 ? [] : Notation.Split(list, ", "))
        {
            var text = Notation.Split(parameter, " = ")[0];
            text = Regex.Replace(text, "^(this|params) ", "");
            text = Regex.Replace(text, "^(out|ref|in) ", "&");
            yield return text[..text.LastIndexOf(' ')];
        }
    }

    private static string Result(string signature) => Notation.Split(signature, " : ")[^1];

    private static bool Same(IReadOnlyList<string> used, IEnumerable<string> listed)
    {
        var there = listed.ToList();
        return used.Count == there.Count && used.Zip(there).All(x =>
            Regex.IsMatch(x.Second.Replace(SignatureText.MayBeNull.ToString(), ""), "^" + Regex.Replace(Regex.Escape(x.First), SignatureText.MayBeNull.ToString(), @"\??") + "$"));
    }

    private static string ByPosition(string text, string[] names, string mark)
    {
        for (var i = 0; i < names.Length; i++) { text = Regex.Replace(text, $@"(?<![\w.!]){names[i]}(?![\w.])", $"{mark}{i}"); }
        return text;
    }

    private static string Close(string text, string[] parameters, string[] arguments)
    {
        for (var i = 0; i < parameters.Length; i++) { text = Regex.Replace(text, $@"(?<![\w.!]){parameters[i]}(?![\w.])", $"\0{i}\0"); }
        for (var i = 0; i < parameters.Length; i++) { text = text.Replace($"\0{i}\0", arguments[i]); }
        return text;
    }
}
