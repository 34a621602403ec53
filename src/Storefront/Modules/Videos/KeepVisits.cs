namespace Storefront.Modules.Videos;

/// <summary>
/// Writes the counted visits down every half minute and once more at the end. On every node for itself, unlike timed work, which runs on one of them:
/// the counts are in this node's memory.
/// </summary>
internal sealed class KeepVisits(IServiceScopeFactory scopes, IConfiguration configuration, ILogger<KeepVisits> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!configuration.GetValue("Jobs:Enabled", defaultValue: true)) return;
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await WriteAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The shop closes; what is left is written down at the end.
        }
    }

    private async Task WriteAsync(CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<WriteDownVisits>().RunAsync(cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            log.LogError(failure, "Visits could not be written down and will be tried again");
        }
    }
}
