using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Quartz;
using Storefront.Data.Events;
using Storefront.Host;
using Storefront.Shared;
using Storefront.Tests.Support;

namespace Storefront.Tests.Data;

/// <summary>A time-out inside a piece of work is its own failure, and no sign that the program is being stopped.</summary>
public sealed class BrokenWorkTests
{
    [Fact]
    public async Task An_event_whose_handler_timed_out_waits_and_those_behind_it_are_handled()
    {
        await using var app = await StoreApp.StartAsync(
            services => services.AddSingleton(new EventBook([typeof(Rang), typeof(Bell)])).AddScoped<Bell>(), "Logging:LogLevel:Default=None");
        await app.RunAsync<IServiceProvider, int>(services =>
        {
            foreach (var times in new[] { 0, 1 }) services.GetRequiredService<Outbox>().Stage(new Rang(times));
            return services.GetRequiredService<Storefront.Data.StoreDb>().SaveChangesAsync();
        });
        await app.DeliverAsync();
        var rows = await app.ReadAsync(db => db.Set<OutboxRow>().AsNoTracking().Where(row => row.Event == typeof(Rang).FullName).OrderBy(row => row.Id).ToListAsync());
        Assert.Equal([(false, 1), (true, 1)], rows.Select(row => (row.HandledAt is not null, row.Tries)));
        Assert.Contains("bell", rows[0].LastError, StringComparison.Ordinal);
        for (var tries = 1; tries < DeliverOutbox.GiveUpAfter; tries++)
        {
            app.Clock.Advance(TimeSpan.FromHours(2));
            await app.DeliverAsync();
        }
        Assert.Equal(DeliverOutbox.GiveUpAfter, await app.ReadAsync(db => db.Set<OutboxRow>().Where(row => row.Id == rows[0].Id).Select(row => row.Tries).SingleAsync()));
    }

    [Fact]
    public async Task A_timer_whose_work_timed_out_goes_on_and_only_a_stop_is_passed_on()
    {
        var job = new Timers.TimedJob([new Late()], NullLogger<Timers.TimedJob>.Instance);
        var context = DispatchProxy.Create<IJobExecutionContext, Context>();
        await job.Execute(context, CancellationToken.None);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.Execute(context, new CancellationToken(canceled: true)).AsTask());
    }

    internal sealed record Rang(int Times) : IEvent;

    internal sealed class Bell : IHandle<Rang>
    {
        public async Task HandleAsync(Rang happened, CancellationToken cancel)
        {
            await Task.Yield();
            if (happened.Times == 0) throw new TaskCanceledException("The bell took too long.");
        }
    }

    internal sealed class Late : ITimedWork
    {
        public Task RunAsync(CancellationToken cancel) => throw new TaskCanceledException("The work took too long.");
    }

    /// <summary>A job's surroundings that know nothing but which work it is.</summary>
    public class Context : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod!.Name == "get_MergedJobDataMap" ? new JobDataMap { ["work"] = typeof(Late).FullName! } : null;
    }
}
