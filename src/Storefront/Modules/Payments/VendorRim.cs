using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace Storefront.Modules.Payments;

/// <summary>
/// The rim: every call to a vendor goes through here, with a time-out and one retry for a broken connection (every call is idempotent by its code).
/// Whatever goes wrong is "unknown", never a no. Never called inside a transaction.
/// </summary>
internal sealed class VendorRim(IOptions<PaymentsOptions> options, ILogger<VendorRim> log)
{
    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 1,
            Delay = TimeSpan.FromMilliseconds(200),
            ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>(),
        })
        .AddTimeout(TimeSpan.FromSeconds(options.Value.CallSeconds))
        .Build();

    /// <param name="vendor">Its key.</param>
    /// <param name="subject">Our code of what is asked about.</param>
    /// <param name="call">Null: not configured any more.</param>
    public async Task<T> CallAsync<T>(string vendor, string subject, Func<CancellationToken, Task<T>>? call, Func<string, T> unclear, CancellationToken cancel)
    {
        if (call is null)
        {
            log.LogError("Gateway {Gateway} is not configured any more but {Subject} still needs it", vendor, subject);
            return unclear("not configured");
        }
        try
        {
            return await _pipeline.ExecuteAsync(async token => await call(token), cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            log.LogWarning(failure, "Gateway {Gateway} gave no clear answer about {Subject}", vendor, subject);
            return unclear(failure.GetType().Name);
        }
    }
}
