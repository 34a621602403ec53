using System.Security.Cryptography;

namespace Storefront.Load.Crash;

internal static class Chance
{
    public static bool OneIn(int many) => RandomNumberGenerator.GetInt32(many) == 0;

    public static T Pick<T>(IReadOnlyList<T> from) => from[RandomNumberGenerator.GetInt32(from.Count)];

    public static int Between(int least, int most) => RandomNumberGenerator.GetInt32(least, most + 1);
}
