using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;
using Storefront.Modules.Videos.Platforms;

namespace Storefront.Modules.Videos.Model;

/// <summary>A link to a video of a shop: only what was rebuilt from platform and id is kept, never what was pasted.</summary>
internal sealed class Video
{
    public long Id { get; init; }

    public required string Code { get; init; }

    public required long ShopId { get; init; }

    /// <summary>Denormalised from the shop: a list of videos asks no other table.</summary>
    public bool ShopOpen { get; set; }

    public required string Platform { get; set; }

    public required VideoKind Kind { get; set; }

    public required string PlatformId { get; set; }

    public required string Canonical { get; set; }

    public string? Embed { get; set; }

    public required string Caption { get; set; }

    public string? PosterCode { get; private set; }

    /// <summary>The poster was brought for this video; else it is a photo of its goods, which stands on other pages too.</summary>
    public bool PosterIsOwn { get; private set; }

    /// <summary>The file that nothing needs any more once this video shows another picture or none.</summary>
    public string? OwnPoster => PosterIsOwn ? PosterCode : null;

    /// <summary>A picture brought for this video.</summary>
    public void TakePoster(string code) => (PosterCode, PosterIsOwn) = (code, true);

    /// <summary>A photo of its goods, until somebody brings a better picture.</summary>
    public void BorrowPoster(string? code) => PosterCode ??= code;

    public required DateTime At { get; init; }

    /// <summary>What became of asking where a short link leads.</summary>
    public LookupState Lookup { get; private set; }

    /// <summary>Of the last try.</summary>
    public LookupFailure LookupFailure { get; private set; }

    public int LookupTries { get; private set; }

    /// <summary>While open: not asked before. Then: since when it is so.</summary>
    public DateTime LookupAt { get; private set; }

    /// <summary>The video this short link turned out to be, when the shop had it already. This one's address goes on working and shows that one.</summary>
    public long? SameAsId { get; private set; }

    /// <summary>The short link is a link to this.</summary>
    public void Resolve(VideoLink link, string? embed, DateTime now)
    {
        (Platform, Kind, PlatformId, Canonical, Embed) = (link.Platform, link.Kind, link.Id!, link.Canonical!, embed);
        SetLookup(LookupState.Resolved, LookupFailure.None, now);
    }

    /// <summary>The short link leads to a video the shop has: what only this one had goes there.</summary>
    public void JoinInto(Video same, DateTime now)
    {
        SameAsId = same.Id;
        if (same.PosterCode is null) (same.PosterCode, same.PosterIsOwn, PosterCode, PosterIsOwn) = (PosterCode, PosterIsOwn, null, false);
        if (same.Caption.Length == 0) same.Caption = Caption;
        SetLookup(LookupState.Resolved, LookupFailure.None, now);
    }

    public void GiveUpLookup(LookupFailure why, DateTime now) => SetLookup(LookupState.GaveUp, why, now);

    /// <summary>It will be asked again when the pause is over.</summary>
    public void MissLookup(LookupFailure why) => LookupFailure = why;

    public void ReopenLookup(DateTime now)
    {
        SetLookup(LookupState.Open, LookupFailure.None, now);
        LookupTries = 0;
    }

    private void SetLookup(LookupState state, LookupFailure why, DateTime now) => (Lookup, LookupFailure, LookupAt) = (state, why, now);

    /// <summary>Its seller has taken it off every page; it keeps its address, its ties and its numbers.</summary>
    public bool Hidden { get; set; }

    public List<VideoTie> Ties { get; } = [];

    public List<VideoDay> Days { get; } = [];

    /// <summary>Tells about exactly these of the goods in question; ties to others stay.</summary>
    public void TellOf(IReadOnlyCollection<string> chosen, IReadOnlyCollection<string> asked)
    {
        Ties.RemoveAll(tie => asked.Contains(tie.ProductCode) && !chosen.Contains(tie.ProductCode));
        foreach (var code in chosen.Intersect(asked).Where(code => !Ties.Exists(tie => tie.ProductCode == code)).ToList()) Ties.Add(new() { ProductCode = code, Video = this });
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Video>
    {
        public void Configure(EntityTypeBuilder<Video> builder)
        {
            builder.ToTable("Videos");
            builder.Property(video => video.Code).HasMaxLength(10);
            builder.Property(video => video.Platform).HasMaxLength(20);
            builder.Property(video => video.PlatformId).HasMaxLength(100);
            builder.Property(video => video.Canonical).HasMaxLength(300);
            builder.Property(video => video.Embed).HasMaxLength(300);
            builder.Property(video => video.Caption).HasMaxLength(200);
            builder.Property(video => video.PosterCode).HasMaxLength(26);
            builder.Ignore(video => video.OwnPoster);
            builder.HasIndex(video => video.Code).IsUnique();
            builder.HasIndex(video => new { video.ShopId, video.Platform, video.PlatformId }).IsUnique();
            builder.HasIndex(video => new { video.ShopOpen, video.Id });
            builder.Property(video => video.Lookup).IsConcurrencyToken();
            builder.HasIndex(video => new { video.Kind, video.Lookup, video.LookupAt });
        }
    }
}

/// <summary>A video tells about a product.</summary>
internal sealed class VideoTie
{
    public required string ProductCode { get; init; }

    public long VideoId { get; init; }

    public required Video Video { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<VideoTie>
    {
        public void Configure(EntityTypeBuilder<VideoTie> builder)
        {
            builder.ToTable("VideoTies");
            builder.HasKey(tie => new { tie.ProductCode, tie.VideoId });
            builder.Property(tie => tie.ProductCode).HasMaxLength(10);
            builder.HasOne(tie => tie.Video).WithMany(video => video.Ties).HasForeignKey(tie => tie.VideoId);
        }
    }
}

internal static class VideoSets
{
    extension(StoreDb db)
    {
        public DbSet<Video> Videos => db.Set<Video>();

        public DbSet<VideoTie> VideoTies => db.Set<VideoTie>();
    }
}
