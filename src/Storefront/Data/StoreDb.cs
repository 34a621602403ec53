using Microsoft.EntityFrameworkCore;
using Storefront.Shared;

namespace Storefront.Data;

/// <summary>
/// The one database of the shop. It names no table: mappings are found in the assembly, and each module gives itself its sets
/// by an extension property. Each engine has a subclass with its own migrations and its answers to the three questions below.
/// </summary>
public abstract class StoreDb(DbContextOptions options) : DbContext(options)
{
    private const int Tries = 4;

    /// <summary>The form being posted. It is saved with the first change, so that the same form has one effect.</summary>
    internal FormReceipt? Form { get; set; }

    /// <summary>True when a write lost against a unique index: somebody else was first.</summary>
    public abstract bool IsUniqueClash(Exception failure);

    /// <summary>True when trying the whole transaction again may succeed (deadlock victim, snapshot conflict).</summary>
    protected abstract bool IsTransient(Exception failure);

    /// <summary>Waits until this writer may begin. Engines with one writer queue here, in order, without holding a thread.</summary>
    protected abstract ValueTask<IDisposable?> EnterWriteAsync(CancellationToken cancel);

    /// <summary>
    /// Runs the work in one write transaction, saves once at its end and commits, unless <paramref name="keep"/> says no to the result:
    /// then nothing of it stays. The work must load what it changes, because a deadlock's victim runs again from the start.
    /// Inside another write it joins that one.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancel, Func<T, bool>? keep = null)
    {
        if (Database.CurrentTransaction is not null) return await work(cancel);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnceAsync(work, keep, cancel);
            }
            catch (Exception failure) when (attempt < Tries && IsTransient(failure))
            {
                ChangeTracker.Clear();
            }
        }
    }

    public Task WriteAsync(Func<CancellationToken, Task> work, CancellationToken cancel) =>
        WriteAsync(async token => { await work(token); return true; }, cancel);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        Database.CurrentTransaction is null
            ? SaveInTurnAsync(acceptAllChangesOnSuccess, cancellationToken)
            : SaveWithFormAsync(acceptAllChangesOnSuccess, cancellationToken);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.ComplexProperties<Money>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>().HavePrecision(3);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(StoreDb).Assembly);

    private async Task<T> WriteOnceAsync<T>(Func<CancellationToken, Task<T>> work, Func<T, bool>? keep, CancellationToken cancel)
    {
        using var turn = await EnterWriteAsync(cancel);
        await using var transaction = await Database.BeginTransactionAsync(cancel);
        var result = await work(cancel);
        if (keep is not null && !keep(result))
        {
            await transaction.RollbackAsync(cancel);
            ChangeTracker.Clear();
            return result;
        }
        await SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        Form = null;
        return result;
    }

    private async Task<int> SaveInTurnAsync(bool accept, CancellationToken cancel)
    {
        using var turn = await EnterWriteAsync(cancel);
        var saved = await SaveWithFormAsync(accept, cancel);
        Form = null;
        return saved;
    }

    private Task<int> SaveWithFormAsync(bool accept, CancellationToken cancel)
    {
        if (ChangeTracker.Entries<IAppendOnly>().FirstOrDefault(entry => entry.State is EntityState.Modified or EntityState.Deleted) is { } changed)
            throw new InvalidOperationException($"{changed.Metadata.ClrType.Name} is append-only.");
        if (Form is { } form && Entry(form).State == EntityState.Detached) Add(form);
        return base.SaveChangesAsync(accept, cancel);
    }
}
