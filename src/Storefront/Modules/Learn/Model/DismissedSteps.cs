using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;

namespace Storefront.Modules.Learn.Model;

/// <summary>A shop that does not want to see the next steps any more.</summary>
internal sealed class DismissedSteps
{
    public required long ShopId { get; init; }

    public required DateTime At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DismissedSteps>
    {
        public void Configure(EntityTypeBuilder<DismissedSteps> builder)
        {
            builder.ToTable("DismissedSteps");
            builder.HasKey(dismissed => dismissed.ShopId);
            builder.Property(dismissed => dismissed.ShopId).ValueGeneratedNever();
        }
    }
}

internal static class DismissedStepsSet
{
    extension(StoreDb db)
    {
        public DbSet<DismissedSteps> DismissedSteps => db.Set<DismissedSteps>();
    }
}
