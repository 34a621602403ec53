using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storefront.Data;

/// <summary>Written with the last demo step: its presence means the demo market is whole and is not made again.</summary>
public sealed class DemoMark
{
    public int Id { get; init; }

    public required DateTime At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DemoMark>
    {
        public void Configure(EntityTypeBuilder<DemoMark> builder) => builder.ToTable("DemoMarks");
    }
}
