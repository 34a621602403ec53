using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;

namespace Storefront.Modules.Videos.Model;

/// <summary>How often a video was opened on one day, by the shop's clock, and into how many carts its goods went. Orders are counted from the orders.</summary>
internal sealed class VideoDay
{
    public required long VideoId { get; init; }

    public required DateOnly Day { get; init; }

    public required int Visits { get; init; }

    public required int Carts { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<VideoDay>
    {
        public void Configure(EntityTypeBuilder<VideoDay> builder)
        {
            builder.ToTable("VideoDays");
            builder.HasKey(day => new { day.VideoId, day.Day });
            builder.HasOne<Video>().WithMany(video => video.Days).HasForeignKey(day => day.VideoId);
        }
    }
}

internal static class VideoDaySet
{
    extension(StoreDb db)
    {
        public DbSet<VideoDay> VideoDays => db.Set<VideoDay>();
    }
}
