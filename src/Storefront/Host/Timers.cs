using System.Reflection;
using Quartz;
using Storefront.Data;
using Storefront.Shared;

namespace Storefront.Host;

/// <summary>Every <see cref="ITimedWork"/> becomes a Quartz job. Jobs:Enabled=false starts none (tests drive the work themselves).</summary>
internal static class Timers
{
    private const string WorkKey = "work";

    // All of them at once in the second of the start would keep the first visitors waiting.
    private const int FirstVisitors = 5;

    public static void AddTimers(this IServiceCollection services, IDatabaseEngine engine, DatabaseOptions database, IConfiguration configuration)
    {
        foreach (var work in Discovery.Implementing<ITimedWork>())
        {
            services.AddScoped(work);
            services.AddScoped(typeof(ITimedWork), provider => provider.GetRequiredService(work));
        }
        if (!configuration.GetValue("Jobs:Enabled", defaultValue: true)) return;
        services.AddQuartz(quartz =>
        {
            engine.AddJobStore(quartz, database);
            quartz.AddJobType<TimedJob>();
            foreach (var work in Discovery.Implementing<ITimedWork>()) Schedule(quartz, work);
        });
        services.AddQuartzHostedService(options =>
        {
            options.WaitForJobsToComplete = true;
            options.StartDelay = TimeSpan.FromSeconds(configuration.GetValue("Jobs:DelaySeconds", FirstVisitors));
        });
    }

    private static void Schedule(IQuartzBuilder quartz, Type work) => quartz.ScheduleJob<TimedJob>(
        trigger => trigger.WithIdentity(work.Name).StartNow().WithSimpleSchedule(TimeSpan.FromSeconds(work.GetCustomAttribute<EveryAttribute>()!.Seconds)),
        job => job.WithIdentity(work.Name).UsingJobData(WorkKey, work.FullName!).DisallowConcurrentExecution());

    internal sealed class TimedJob(IEnumerable<ITimedWork> all, ILogger<TimedJob> log) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            var name = (string)context.MergedJobDataMap[WorkKey]!;
            try
            {
                await all.Single(work => work.GetType().FullName == name).RunAsync(cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                log.LogError(failure, "{Work} failed and will run again", name);
            }
        }
    }
}
