namespace Storefront.Shared;

/// <summary>Runs once at every start, after migrations and before the first request (first admin's link, greeting). Must be quick and safe to repeat.</summary>
public interface IStartStep
{
    Task RunAsync(CancellationToken cancel);
}
