using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Abp.Tests.Conformance;

namespace Workspace.Tests.Architecture.AbpPackages;

/// <summary>What one compiled assembly of ours asks of ABP: types, members, attributes, overrides and implemented interfaces.</summary>
/// <remarks>Constants, enum members and default arguments leave no trace in an assembly: the compiler copies their values.</remarks>
internal sealed class AssemblyReferences : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;
    private readonly SignatureText _text = new();

    public AssemblyReferences(string path)
    {
        _file = new PEReader(File.OpenRead(path));
        _metadata = _file.GetMetadataReader();
    }

    public static bool IsAbp(string assembly) => assembly is "Abp.Core" or "Abp.EntityFrameworkCore" or "Abp.AspNetCore" or "Abp.Modules"
        || assembly.StartsWith("Abp.EntityFrameworkCore.", StringComparison.Ordinal) || assembly.StartsWith("Volo.Abp.", StringComparison.Ordinal);

    /// <summary>Types of ABP that are named anywhere.</summary>
    public IEnumerable<string> Types() =>
        _metadata.TypeReferences.Where(IsAbp).Select(type => SignatureText.Name(_metadata, _metadata.GetTypeReference(type)));

    /// <summary>Members of ABP that are called, read, written, constructed or taken as delegates.</summary>
    public IEnumerable<UsedMember> Members()
    {
        foreach (var handle in _metadata.MemberReferences)
        {
            var member = _metadata.GetMemberReference(handle);
            if (AbpType(member.Parent) is not { } type) { continue; }
            yield return member.GetKind() == MemberReferenceKind.Field
                ? new UsedMember(type, _metadata.GetString(member.Name), null, member.DecodeFieldSignature(_text, null))
                : Used(type, _metadata.GetString(member.Name), member.DecodeMethodSignature(_text, null));
        }
    }

    /// <summary>Properties and fields that are set where one of ABP's attributes is written.</summary>
    public IEnumerable<(string Attribute, string Member)> AttributeMembers()
    {
        foreach (var handle in _metadata.CustomAttributes)
        {
            var attribute = _metadata.GetCustomAttribute(handle);
            if (attribute.Constructor.Kind != HandleKind.MemberReference) { continue; }
            if (AbpType(_metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent) is not { } type) { continue; }
            foreach (var named in attribute.DecodeValue(_text).NamedArguments) { yield return (type, named.Name!); }
        }
    }

    /// <summary>Methods that override something, with the nearest base class that is ABP's; none where no base class is.</summary>
    public IEnumerable<UsedMember> Overrides()
    {
        foreach (var type in _metadata.TypeDefinitions.Select(_metadata.GetTypeDefinition))
        {
            if (AbpBase(type) is not { } ancestor) { continue; }
            foreach (var method in type.GetMethods().Select(_metadata.GetMethodDefinition))
            {
                if ((method.Attributes & (MethodAttributes.Virtual | MethodAttributes.NewSlot)) != MethodAttributes.Virtual) { continue; }
                if (OverridesOurs(type, method)) { continue; }
                yield return Used(ancestor, _metadata.GetString(method.Name), method.DecodeSignature(_text, null)) with { Arguments = BaseArguments(type) };
            }
        }
    }

    /// <summary>Each interface of ABP's that a class names, with the names of what the class and its base classes here have.</summary>
    public IEnumerable<Implemented> Interfaces()
    {
        foreach (var type in _metadata.TypeDefinitions.Select(_metadata.GetTypeDefinition))
        {
            if ((type.Attributes & TypeAttributes.Interface) != 0) { continue; }
            if (IsMadeInAnotherProject(type)) { continue; } // what it inherits is not to be seen from here
            var own = Chain(type).SelectMany(x => x.GetMethods()).Select(x => _metadata.GetString(_metadata.GetMethodDefinition(x).Name))
                .Select(x => x[(x.LastIndexOf('.') is var dot and > 0 ? dot + 1 : 0)..]).ToHashSet();
            foreach (var implemented in type.GetInterfaceImplementations().Select(x => _metadata.GetInterfaceImplementation(x).Interface))
            {
                if (AbpType(implemented) is { } abp) { yield return new Implemented(_metadata.GetString(type.Name), abp, AbpBase(type), own); }
            }
        }
    }

    public void Dispose() => _file.Dispose();

    private static UsedMember Used(string type, string name, MethodSignature<string> signature) =>
        new(type, name, [.. signature.ParameterTypes], signature.ReturnType);

    private bool IsAbp(TypeReferenceHandle handle)
    {
        var scope = _metadata.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsAbp((TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => IsAbp(_metadata.GetString(_metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name)),
            _ => false
        };
    }

    /// <summary>The type's definition in the listing's words, null when it is not ABP's.</summary>
    private string? AbpType(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference when IsAbp((TypeReferenceHandle)handle) =>
            SignatureText.Name(_metadata, _metadata.GetTypeReference((TypeReferenceHandle)handle)),
        HandleKind.TypeSpecification => AbpType(Definition((TypeSpecificationHandle)handle)),
        _ => null
    };

    private EntityHandle Definition(TypeSpecificationHandle handle) =>
        _metadata.GetTypeSpecification(handle).DecodeSignature(new InstantiatedType(), null);

    private IEnumerable<TypeDefinition> Chain(TypeDefinition type)
    {
        yield return type;
        while (Ours(type.BaseType) is { } parent)
        {
            type = parent;
            yield return type;
        }
    }

    private TypeDefinition? Ours(EntityHandle handle)
    {
        if (handle.Kind == HandleKind.TypeSpecification) { handle = Definition((TypeSpecificationHandle)handle); }
        return handle is { IsNil: false, Kind: HandleKind.TypeDefinition } ? _metadata.GetTypeDefinition((TypeDefinitionHandle)handle) : null;
    }

    private bool IsMadeInAnotherProject(TypeDefinition type)
    {
        var parent = Chain(type).Last().BaseType;
        if (parent is { IsNil: false, Kind: HandleKind.TypeSpecification }) { parent = Definition((TypeSpecificationHandle)parent); }
        if (parent is not { IsNil: false, Kind: HandleKind.TypeReference } || IsAbp((TypeReferenceHandle)parent)) { return false; }
        var name = SignatureText.Name(_metadata, _metadata.GetTypeReference((TypeReferenceHandle)parent));
        return !name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("Microsoft.", StringComparison.Ordinal);
    }

    private string? AbpBase(TypeDefinition type) => Chain(type).Last().BaseType is { IsNil: false } parent ? AbpType(parent) : null;

    private string[]? BaseArguments(TypeDefinition type) => Chain(type).Last().BaseType is { Kind: HandleKind.TypeSpecification } parent
        ? [.. Notation.Arguments(_metadata.GetTypeSpecification((TypeSpecificationHandle)parent).DecodeSignature(_text, null).TrimEnd(SignatureText.MayBeNull))]
        : null;

    private bool OverridesOurs(TypeDefinition type, MethodDefinition method) => Chain(type).Skip(1)
        .SelectMany(x => x.GetMethods()).Select(_metadata.GetMethodDefinition)
        .Any(x => (x.Attributes & MethodAttributes.Virtual) != 0 && _metadata.GetString(x.Name) == _metadata.GetString(method.Name));
}

/// <param name="Parameters">Null for a field.</param>
/// <param name="Result">What is returned, or the field's type.</param>
internal sealed record UsedMember(string Type, string Name, IReadOnlyList<string>? Parameters, string Result)
{
    /// <summary>What closes the type, where a member is overridden; else the type's own parameters.</summary>
    public string[]? Arguments { get; init; }

    public override string ToString() =>
        $"{Type}.{Name}{(Parameters is null ? "" : $"({string.Join(", ", Parameters)})")} : {Result}".Replace(SignatureText.MayBeNull.ToString(), "");
}

internal sealed record Implemented(string Class, string Interface, string? Base, HashSet<string> Methods);
