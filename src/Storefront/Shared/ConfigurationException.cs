namespace Storefront.Shared;

/// <summary>The shop cannot start as configured. The message is one sentence for the person who configures it; no stack is shown.</summary>
public sealed class ConfigurationException(string message) : Exception(message);
