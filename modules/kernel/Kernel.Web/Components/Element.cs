using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Kernel.Components;

/// <summary>
/// An element that is written as it was put together. A page has hundreds of them: the framework's builder sorts the attributes
/// of each and keeps lists for what might be added.
/// </summary>
internal sealed class Element(string tag, string? css, IHtmlContent?[] content) : IHtmlContent
{
    private readonly List<(string Name, string Value)> _attributes = [];
    private bool _isAlone;

    public string Tag => tag;

    /// <summary>Sets the attribute, in place of one of the same name; null leaves it as it is.</summary>
    public Element With(string attribute, string? value = "")
    {
        if (value is null)
        {
            return this;
        }
        var known = _attributes.FindIndex(each => each.Name == attribute);
        if (known < 0)
        {
            _attributes.Add((attribute, value));
        }
        else
        {
            _attributes[known] = (attribute, value);
        }
        return this;
    }

    public Element WithCss(string more)
    {
        css = css is null ? more : css + " " + more;
        return this;
    }

    /// <summary>Without an end.</summary>
    public Element Alone()
    {
        _isAlone = true;
        return this;
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<");
        writer.Write(tag);
        if (css is not null)
        {
            WriteAttribute(writer, encoder, "class", css);
        }
        foreach (var (name, value) in _attributes)
        {
            WriteAttribute(writer, encoder, name, value);
        }
        if (_isAlone)
        {
            writer.Write(" />");
            return;
        }
        writer.Write(">");
        foreach (var part in content)
        {
            part?.WriteTo(writer, encoder);
        }
        writer.Write("</");
        writer.Write(tag);
        writer.Write(">");
    }

    private static void WriteAttribute(TextWriter writer, HtmlEncoder encoder, string name, string value)
    {
        writer.Write(" ");
        writer.Write(name);
        writer.Write("=\"");
        encoder.Encode(writer, value);
        writer.Write("\"");
    }
}

/// <summary>Several pieces of markup, one after the other.</summary>
internal sealed class Elements(IHtmlContent?[] content) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var part in content)
        {
            part?.WriteTo(writer, encoder);
        }
    }
}
