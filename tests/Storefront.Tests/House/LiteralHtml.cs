using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Storefront.Tests.House;

/// <summary>
/// The HTML that compiled views write as constants. The Razor compiler has already told code from markup, so its calls are replayed:
/// WriteLiteral and its kin are markup, constants handed to Write are text, a value known only at run time leaves nothing.
/// </summary>
internal sealed class LiteralHtml(PEReader file)
{
    private readonly MetadataReader _reader = file.GetMetadataReader();

    /// <summary>For each class, nested ones folded in, the markup of every method.</summary>
    public ILookup<string, string> Read() => (
        from handle in _reader.TypeDefinitions
        let type = TypesSeen.NameOf(_reader, handle)
        from method in _reader.GetTypeDefinition(handle).GetMethods()
        let address = _reader.GetMethodDefinition(method).RelativeVirtualAddress
        where address != 0
        let html = Replay(file.GetMethodBody(address).GetILBytes()!)
        where html.Length > 0
        select (type, html)).ToLookup(found => found.type, found => found.html, StringComparer.Ordinal);

    private string Replay(byte[] body)
    {
        var view = new Replayed();
        var constants = new List<string>();
        foreach (var (code, token) in Il.Read(body).Where(step => step.Token != 0))
        {
            var handle = MetadataTokens.Handle(token);
            if (handle.Kind == HandleKind.UserString)
                constants.Add(_reader.GetUserString((UserStringHandle)handle));
            else if (code.FlowControl == System.Reflection.Emit.FlowControl.Call && Called((EntityHandle)handle) is var (type, name) && type != "HtmlString" && name != "get_Html")
            {
                view.Call(name == ".ctor" ? type : name, constants);
                constants.Clear();
            }
        }

        return view.Html;
    }

    /// <summary>The class and name of a called method; a generic class has none here, no view is written through one.</summary>
    private (string Type, string Name)? Called(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.MemberReference:
                var member = _reader.GetMemberReference((MemberReferenceHandle)handle);
                var type = member.Parent.Kind switch
                {
                    HandleKind.TypeReference => _reader.GetString(_reader.GetTypeReference((TypeReferenceHandle)member.Parent).Name),
                    HandleKind.TypeDefinition => _reader.GetString(_reader.GetTypeDefinition((TypeDefinitionHandle)member.Parent).Name),
                    _ => "",
                };
                return (type, _reader.GetString(member.Name));
            case HandleKind.MethodDefinition:
                var method = _reader.GetMethodDefinition((MethodDefinitionHandle)handle);
                return (_reader.GetString(_reader.GetTypeDefinition(method.GetDeclaringType()).Name), _reader.GetString(method.Name));
            case HandleKind.MethodSpecification:
                return Called(_reader.GetMethodSpecification((MethodSpecificationHandle)handle).Method);
            default:
                return null;
        }
    }

    /// <summary>
    /// What has been written so far. Constants that were only stored in a variable come first in the list, so where one argument counts it is the last.
    /// The attribute of a tag helper is gathered first, its name comes after its value.
    /// </summary>
    private sealed class Replayed
    {
        private readonly StringBuilder _html = new();
        private StringBuilder? _attribute;
        private string _suffix = "";

        public string Html => _html.ToString();

        public void Call(string name, List<string> constants)
        {
            switch (name)
            {
                case "WriteLiteral":
                    (_attribute ?? _html).Append(constants.LastOrDefault());
                    break;
                case "Write":
                    (_attribute ?? _html).AppendJoin(' ', constants);
                    break;
                case "BeginWriteAttribute" when constants is [.., var prefix, var suffix]:
                    _html.Append(prefix);
                    _suffix = suffix;
                    break;
                case "WriteAttributeValue":
                    _html.AppendJoin(' ', constants);
                    break;
                case "EndWriteAttribute":
                    _html.Append(_suffix);
                    break;
                case "BeginWriteTagHelperAttribute":
                    _attribute = new();
                    break;
                case "BeginAddHtmlAttributeValues" when constants is [.., var attribute]:
                    _html.Append("<i ").Append(attribute).Append("=\"");
                    break;
                case "AddHtmlAttributeValue":
                    _html.AppendJoin(' ', constants);
                    break;
                case "EndAddHtmlAttributeValues":
                    _html.Append("\">");
                    break;
                case "TagHelperAttribute" when constants is [.., var attribute, var value]:
                    Tag(attribute, value);
                    break;
                // An attribute that the tag helper does not know is handed on as it was gathered.
                case "Raw" when _attribute is not null && constants is [.., var unknown]:
                    Tag(unknown, _attribute.ToString());
                    _attribute = null;
                    break;
                default:
                    Property(name);
                    break;
            }
        }

        private void Property(string name)
        {
            if (_attribute is null || !name.StartsWith("set_", StringComparison.Ordinal))
                return;
            Tag(name["set_".Length..], _attribute.ToString());
            _attribute = null;
        }

        private void Tag(string attribute, string value) => _html.Append("<i ").Append(attribute).Append("=\"").Append(value).Append("\">");
    }
}
