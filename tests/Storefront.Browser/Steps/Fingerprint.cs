using Microsoft.Playwright;

namespace Storefront.Browser.Steps;

/// <summary>A finger on the sensor of this person's phone: Chromium's own virtual authenticator, which knows its person and keeps the keys itself.</summary>
internal sealed class Fingerprint
{
    private readonly ICDPSession _devtools;
    private readonly string _sensor;

    private Fingerprint(ICDPSession devtools, string sensor) => (_devtools, _sensor) = (devtools, sensor);

    public static async Task<Fingerprint> OfAsync(Person person)
    {
        var devtools = await person.Page.Context.NewCDPSessionAsync(person.Page);
        await devtools.SendAsync("WebAuthn.enable");
        var made = await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new(devtools, made!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>False: a finger that the phone does not know.</summary>
    public Task KnowsAsync(bool known) => _devtools.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = _sensor, ["isUserVerified"] = known });

    public async Task<int> CountKeysAsync()
    {
        var kept = await _devtools.SendAsync("WebAuthn.getCredentials", new() { ["authenticatorId"] = _sensor });
        return kept!.Value.GetProperty("credentials").EnumerateArray().Count();
    }
}
