using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Storefront.Data;

namespace Storefront.Tests.Modules.Accounts;

/// <summary>A new column that can hold text fails here until somebody has decided what becomes of it when a person is erased.</summary>
public sealed class PersonalColumnsTests
{
    [Fact]
    public void Every_column_with_text_has_been_decided_on()
    {
        using var db = DataServices.Engines[0].Offline();
        var columns = db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables
            .SelectMany(table => table.Columns.Where(IsText).Select(column => $"{table.Name}.{column.Name}")).Order(StringComparer.Ordinal).ToList();
        var decided = PersonalColumns.Named.Concat(PersonalColumns.Secret).Concat(PersonalColumns.Impersonal).ToList();
        Assert.Empty(decided.GroupBy(column => column, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => same.Key));
        Assert.Equal(columns, decided.Order(StringComparer.Ordinal));
    }

    /// <summary>A column without a property holds JSON.</summary>
    private static bool IsText(IColumn column) => column.ProviderClrType == typeof(string) || column.ProviderClrType == typeof(byte[]) || !column.PropertyMappings.Any();
}
