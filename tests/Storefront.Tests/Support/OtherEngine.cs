using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Storefront.Data;

namespace Storefront.Tests.Support;

/// <summary>
/// Asks the engine that the suite does not run on to translate every query that the suite makes the app make.
/// A query that only one engine understands fails the very test that runs it.
/// </summary>
internal sealed class OtherEngine : IQueryExpressionInterceptor
{
    public static readonly OtherEngine Instance = new();

    private static readonly MethodInfo Compile = typeof(IDatabase).GetMethod(nameof(IDatabase.CompileQuery))!;
    private readonly ConcurrentDictionary<string, byte> _asked = [];

    public int Asked => _asked.Count;

    private static StoreDb NewContext() => DataServices.Engines.Single(engine => engine.Name == (TestDatabase.IsSqlServer ? "Sqlite" : "SqlServer")).Offline();

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        if (_asked.TryAdd(queryExpression.ToString(), 0)) Translate(queryExpression);
        return queryExpression;
    }

    /// <summary>Throws what the other engine throws when it cannot translate.</summary>
    public static void Translate(Expression query)
    {
        using var other = NewContext();
        var moved = new MoveRoots(other.Model).Visit(query);
        try
        {
            Compile.MakeGenericMethod(ResultOf(moved)).Invoke(other.GetService<IDatabase>(), [moved, true]);
        }
        catch (TargetInvocationException failure)
        {
            throw new InvalidOperationException($"The other engine cannot run: {query}", failure.InnerException);
        }
    }

    private static Type ResultOf(Expression query) => query.Type.IsAssignableTo(typeof(IQueryable))
        ? typeof(IAsyncEnumerable<>).MakeGenericType(query.Type.GetInterfaces().Append(query.Type).First(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IQueryable<>)).GetGenericArguments()[0])
        : typeof(Task<>).MakeGenericType(query.Type);

    private sealed class MoveRoots(IModel model) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) =>
            node is EntityQueryRootExpression root ? new EntityQueryRootExpression(model.FindEntityType(root.EntityType.Name)!) : node;
    }
}
