using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Workspace.Tests.Architecture.AbpPackages;

/// <summary>Writes types of a signature as the listing does; type parameters by their position: !0 of the type, !!0 of the method.</summary>
internal sealed class SignatureText : ISignatureTypeProvider<string, object?>, ICustomAttributeTypeProvider<string>
{
    /// <summary>Stands after a type that the listing may mark with a question mark; metadata does not tell in a signature.</summary>
    public const char MayBeNull = '\u0001';

    public static string Name(MetadataReader metadata, TypeReference type)
    {
        var name = metadata.GetString(type.Name);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            return $"{Name(metadata, metadata.GetTypeReference((TypeReferenceHandle)type.ResolutionScope))}.{name}";
        }
        return type.Namespace.IsNil ? name : $"{metadata.GetString(type.Namespace)}.{name}";
    }

    private static string Name(MetadataReader metadata, TypeDefinition type)
    {
        var name = metadata.GetString(type.Name);
        if (type.GetDeclaringType() is { IsNil: false } outer) { return $"{Name(metadata, metadata.GetTypeDefinition(outer))}.{name}"; }
        return type.Namespace.IsNil ? name : $"{metadata.GetString(type.Namespace)}.{name}";
    }

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        Name(reader, reader.GetTypeReference(handle)) + (rawTypeKind == (byte)SignatureTypeKind.ValueType ? "" : MayBeNull);

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        Name(reader, reader.GetTypeDefinition(handle)) + (rawTypeKind == (byte)SignatureTypeKind.ValueType ? "" : MayBeNull);

    public string GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, context);

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments)
    {
        var isClass = genericType[^1] == MayBeNull;
        var name = genericType.TrimEnd(MayBeNull);
        if (name == "System.Nullable`1") { return typeArguments[0] + "?"; }
        var parts = name.Split('.');
        var next = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].IndexOf('`') is not (var tick and >= 0)) { continue; }
            var count = int.Parse(parts[i][(tick + 1)..]);
            parts[i] = $"{parts[i][..tick]}<{string.Join(", ", typeArguments.Skip(next).Take(count))}>";
            next += count;
        }
        return string.Join('.', parts) + (isClass ? MayBeNull : "");
    }

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode switch
    {
        PrimitiveTypeCode.Boolean => "bool", PrimitiveTypeCode.Byte => "byte", PrimitiveTypeCode.SByte => "sbyte", PrimitiveTypeCode.Char => "char",
        PrimitiveTypeCode.Double => "double", PrimitiveTypeCode.Single => "float", PrimitiveTypeCode.Int32 => "int", PrimitiveTypeCode.UInt32 => "uint",
        PrimitiveTypeCode.Int64 => "long", PrimitiveTypeCode.UInt64 => "ulong", PrimitiveTypeCode.Int16 => "short", PrimitiveTypeCode.UInt16 => "ushort",
        PrimitiveTypeCode.Object => "object" + MayBeNull, PrimitiveTypeCode.String => "string" + MayBeNull, PrimitiveTypeCode.Void => "void",
        _ => $"System.{typeCode}"
    };

    public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}{MayBeNull}";
    public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}{MayBeNull}";
    public string GetSZArrayType(string elementType) => elementType + "[]" + MayBeNull;
    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]{MayBeNull}";
    public string GetByReferenceType(string elementType) => "&" + elementType;
    public string GetPointerType(string elementType) => elementType + "*";
    public string GetPinnedType(string elementType) => elementType;
    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;
    public string GetFunctionPointerType(MethodSignature<string> signature) => "delegate*";

    public string GetSystemType() => "System.Type";
    public bool IsSystemType(string type) => type.TrimEnd(MayBeNull) == "System.Type";
    public string GetTypeFromSerializedName(string name) => name;

    /// <summary>Every enumeration that our attributes carry is an int.</summary>
    public PrimitiveTypeCode GetUnderlyingEnumType(string type) => PrimitiveTypeCode.Int32;
}

/// <summary>Of a generic instantiation the definition, of any other type the type itself.</summary>
internal sealed class InstantiatedType : ISignatureTypeProvider<EntityHandle, object?>
{
    public EntityHandle GetGenericInstantiation(EntityHandle genericType, ImmutableArray<EntityHandle> typeArguments) => genericType;
    public EntityHandle GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => handle;
    public EntityHandle GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => handle;
    public EntityHandle GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind) => default;
    public EntityHandle GetPrimitiveType(PrimitiveTypeCode typeCode) => default;
    public EntityHandle GetGenericTypeParameter(object? genericContext, int index) => default;
    public EntityHandle GetGenericMethodParameter(object? genericContext, int index) => default;
    public EntityHandle GetSZArrayType(EntityHandle elementType) => default;
    public EntityHandle GetArrayType(EntityHandle elementType, ArrayShape shape) => default;
    public EntityHandle GetByReferenceType(EntityHandle elementType) => default;
    public EntityHandle GetPointerType(EntityHandle elementType) => default;
    public EntityHandle GetPinnedType(EntityHandle elementType) => default;
    public EntityHandle GetModifiedType(EntityHandle modifier, EntityHandle unmodifiedType, bool isRequired) => unmodifiedType;
    public EntityHandle GetFunctionPointerType(MethodSignature<EntityHandle> signature) => default;
}
