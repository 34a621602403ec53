using System.Text.Json;

namespace Storefront.Modules.Payments.Gateways.Alipay;

/// <summary>A synchronous answer whose signature was right.</summary>
internal sealed record AlipayAnswer(JsonElement Body)
{
    public bool IsOk => Text("code") == "10000";

    /// <summary>For the log: what it said instead of yes.</summary>
    public string Why => $"{Text("code")} {Text("sub_code")}";

    public bool Says(params ReadOnlySpan<string> subCodes) => Text("sub_code") is { } said && subCodes.Contains(said);

    public string? Text(string name) => Body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Throws when it is not what the vendor writes or not signed by it: then nobody knows anything.</summary>
    public static AlipayAnswer Read(byte[] bytes, string method, AlipaySetup setup)
    {
        var (signed, signature) = Parts(bytes, method.Replace('.', '_') + "_response");
        if (signed.IsEmpty) throw new InvalidDataException($"The answer to {method} has not the part it is about.");
        var answer = new AlipayAnswer(JsonElement.Parse(signed.Span));
        // Some refusals of the outermost door are not signed: they prove nothing, but help to find the reason.
        if (signature is null) throw new InvalidDataException($"The answer to {method} is not signed: {answer.Why}.");
        if (!setup.Verifies(signed.Span, signature)) throw new InvalidDataException($"The answer to {method} has a wrong signature.");
        return answer;
    }

    /// <summary>What is signed are the very bytes between the outer commas; writing them again would change them.</summary>
    private static (ReadOnlyMemory<byte> Signed, string? Signature) Parts(byte[] bytes, string name)
    {
        ReadOnlyMemory<byte> signed = default;
        string? signature = null;
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isBody, isSignature) = (reader.ValueTextEquals(name), reader.ValueTextEquals("sign"));
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            if (isSignature && reader.TokenType == JsonTokenType.String) signature = reader.GetString();
            reader.Skip();
            if (isBody) signed = bytes.AsMemory(start, (int)reader.BytesConsumed - start);
        }
        return (signed, signature);
    }
}
