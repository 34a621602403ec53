using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Tests.Support;

namespace Storefront.Tests.Data;

public sealed class EnginesTests(StoreFixture shop) : IClassFixture<StoreFixture>
{
    public static TheoryData<string> Engines => [.. DataServices.Engines.Select(engine => engine.Name)];

    [Theory]
    [MemberData(nameof(Engines))]
    public void No_model_change_waits_for_a_migration(string name)
    {
        using var db = DataServices.Engines.Single(engine => engine.Name == name).Offline();
        Assert.False(db.Database.HasPendingModelChanges(), $"Run deploy/migrations.sh: the {name} model is ahead of its migrations.");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Both_engines_know_every_table(string name)
    {
        using var db = DataServices.Engines.Single(engine => engine.Name == name).Offline();
        var script = db.Database.GenerateCreateScript();
        Assert.All(db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>(), table => Assert.Contains(table, script, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Queries_of_the_suite_are_put_to_the_other_engine()
    {
        var before = OtherEngine.Instance.Asked;
        await shop.App.ReadAsync(db => db.Set<OutboxRow>().Where(row => row.Tries > 3).OrderBy(row => row.Id).Select(row => row.Event).FirstOrDefaultAsync());
        Assert.True(OtherEngine.Instance.Asked > before);
    }

    [Fact]
    public async Task A_query_that_no_engine_understands_is_told()
    {
        var failure = await Assert.ThrowsAnyAsync<InvalidOperationException>(() =>
            shop.App.ReadAsync(db => db.Set<OutboxRow>().Where(row => string.Join(',', row.Event.Reverse()) == "x").CountAsync()));
        Assert.Contains("other engine", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sqlite_is_durable_and_strict()
    {
        if (TestDatabase.IsSqlServer) return;
        var pragmas = await shop.App.ReadAsync(async db =>
        {
            var found = new List<string>();
            foreach (var pragma in new[] { "journal_mode", "synchronous", "foreign_keys", "busy_timeout" })
            {
                await db.Database.OpenConnectionAsync();
                await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names of our own list.
                command.CommandText = "PRAGMA " + pragma;
#pragma warning restore CA2100
                found.Add($"{pragma}={await command.ExecuteScalarAsync()}");
            }
            return found;
        });
        Assert.Equal(["journal_mode=wal", "synchronous=2", "foreign_keys=1", "busy_timeout=30000"], pragmas);
    }
}
