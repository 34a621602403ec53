using System.Reflection;
using System.Reflection.Emit;

namespace Storefront.Tests.House;

/// <summary>Reads a method body instruction by instruction.</summary>
internal static class Il
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>Every instruction in order, with its metadata token, or 0 where the operand is none.</summary>
    public static IEnumerable<(OpCode Code, int Token)> Read(byte[] body)
    {
        for (var at = 0; at < body.Length;)
        {
            short value = body[at++];
            if (value == 0xFE)
                value = unchecked((short)(0xFE00 | body[at++]));
            var code = Codes[value];
            yield return (code, IsToken(code.OperandType) ? BitConverter.ToInt32(body, at) : 0);
            at += Size(code.OperandType, body, at);
        }
    }

    private static bool IsToken(OperandType operand) => operand
        is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok
        or OperandType.InlineType or OperandType.InlineSig or OperandType.InlineString;

    private static int Size(OperandType operand, byte[] body, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(body, at),
        _ => 4,
    };
}
