using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Modules.Notifications.Channels;
using Storefront.Shared;

namespace Storefront.Modules.Notifications.Model;

/// <summary>A browser that said yes to being told. It belongs to whoever was signed in there last.</summary>
internal sealed class PushDevice
{
    public const int CodeLength = Storefront.Shared.Code.PublicLength;
    public const int EndpointLength = 1_000;
    public const int Most = 10;

    public long Id { get; init; }

    public string Code { get; init; } = Storefront.Shared.Code.NewPublic();

    public required long AccountId { get; init; }

    public required string Endpoint { get; init; }

    /// <summary>SHA-256 of the endpoint, which is too long for an index, in hex.</summary>
    public required string Mark { get; init; }

    public required string P256dh { get; init; }

    public required string Auth { get; init; }

    /// <summary>"Chrome · Android", by which its owner knows it.</summary>
    public required string Name { get; init; }

    public required DateTime At { get; init; }

    public PushKeys Keys => new(P256dh, Auth);

    public static string MarkOf(string endpoint) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(endpoint)));

    internal sealed class Mapping : IEntityTypeConfiguration<PushDevice>
    {
        public void Configure(EntityTypeBuilder<PushDevice> builder)
        {
            builder.ToTable("PushDevices");
            builder.Ignore(device => device.Keys);
            builder.Property(device => device.Code).HasMaxLength(CodeLength);
            builder.Property(device => device.Endpoint).HasMaxLength(EndpointLength);
            builder.Property(device => device.Mark).HasMaxLength(64);
            builder.Property(device => device.P256dh).HasMaxLength(100);
            builder.Property(device => device.Auth).HasMaxLength(40);
            builder.Property(device => device.Name).HasMaxLength(60);
            builder.HasIndex(device => device.Mark).IsUnique();
            builder.HasIndex(device => device.Code).IsUnique();
            builder.HasIndex(device => device.AccountId);
        }
    }
}
