using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Storefront.Data.Events;
using Storefront.Shared;

namespace Storefront.Data;

/// <summary>Chooses the engine that Database:Engine names and registers outbox and context.</summary>
public static class DataServices
{
    public static readonly IReadOnlyList<IDatabaseEngine> Engines =
    [
        .. typeof(IDatabaseEngine).Assembly.GetTypes()
            .Where(type => type is { IsInterface: false, IsAbstract: false } && type.IsAssignableTo(typeof(IDatabaseEngine)))
            .Select(type => (IDatabaseEngine)Activator.CreateInstance(type)!),
    ];

    /// <exception cref="ConfigurationException">No engine has this name.</exception>
    public static IDatabaseEngine EngineOf(DatabaseOptions options) =>
        Engines.FirstOrDefault(engine => engine.Name.Equals(options.Engine, StringComparison.OrdinalIgnoreCase))
            ?? throw new ConfigurationException($"Database:Engine is '{options.Engine}'; it must be one of {string.Join(", ", Engines.Select(engine => engine.Name))}.");

    public static IDatabaseEngine AddData(this IServiceCollection services, DatabaseOptions options)
    {
        var engine = EngineOf(options);
        engine.AddContext(services, options);
        services.AddSingleton(engine);
        services.AddSingleton(options);
        var book = new EventBook(typeof(DataServices).Assembly.GetTypes());
        services.AddSingleton(book);
        foreach (var handler in book.Handlers) services.AddScoped(handler);
        services.AddScoped<Outbox>();
        return engine;
    }

    /// <summary>EF would compare the whole model with its snapshot at every start; EnginesTests does that.</summary>
    public static DbContextOptionsBuilder LeaveModelCheckToTests(this DbContextOptionsBuilder context) =>
        context.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
}
