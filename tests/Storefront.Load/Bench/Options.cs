namespace Storefront.Load.Bench;

internal sealed record Options(int Seconds, int Rounds, int Products, int Clients)
{
    public TimeSpan Time => TimeSpan.FromSeconds(Seconds);

    public static Options Read(string[] settings)
    {
        var said = new ConfigurationBuilder().AddCommandLine(settings).Build();
        return new(said.GetValue("seconds", 4), said.GetValue("rounds", 3), said.GetValue("products", 10_000), said.GetValue("clients", 16));
    }
}
