using System.Buffers.Binary;
using System.Text;
using Microsoft.Extensions.Configuration;
using Storefront.Modules.Media;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Media.Pictures;

namespace Storefront.Tests.Modules.Media;

/// <summary>Uploads as they come, with the decoder and without.</summary>
public sealed class ShrinkPhotoTests
{
    private static readonly Vipsthumbnail Vips = new(new ConfigurationBuilder().Build(), TimeProvider.System);
    private static readonly ShrinkPhoto Decoding = new(Vips);
    private static readonly ShrinkPhoto Stripping = new(new Vipsthumbnail(new ConfigurationBuilder().AddInMemoryCollection([new(Vipsthumbnail.Setting, "")]).Build(), TimeProvider.System));

    public static TheoryData<string> Kinds => ["jpeg", "png", "webp", "webp lossless"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Without_the_decoder_the_same_picture_stays_and_nothing_else(string kind)
    {
        var upload = Of(kind);
        Assert.True(SamplePictures.Tells(upload));
        var result = await RunAsync(Stripping, upload);
        var copy = Assert.Single(result.Copies!);
        Assert.Null(copy.Width);
        Assert.False(SamplePictures.Tells(copy.Bytes));
        Assert.Equal((24, 16, true), (result.Head!.Width, result.Head.Height, PictureHead.Read(copy.Bytes)!.IsWhole));
    }

    [SkippableTheory]
    [MemberData(nameof(Kinds))]
    public async Task With_the_decoder_every_width_is_made_and_tells_nothing(string kind)
    {
        NeedsDecoder();
        var result = await RunAsync(Decoding, Of(kind));
        Assert.Equal([1280, 640, 320, 160], result.Copies!.Select(copy => copy.Width!.Value));
        Assert.All(result.Copies!, copy =>
        {
            Assert.False(SamplePictures.Tells(copy.Bytes));
            Assert.Equal(-1, copy.Bytes.AsSpan().IndexOf("EXIF"u8));
            Assert.Equal((PictureKind.WebP, 24, 16, true), PictureHead.Read(copy.Bytes) is { } head ? (head.Kind, head.Width, head.Height, head.IsWhole) : default);
        });
    }

    [SkippableFact]
    public async Task A_stripped_picture_still_opens()
    {
        NeedsDecoder();
        foreach (var kind in new[] { "jpeg", "png", "webp", "webp lossless" })
        {
            var stripped = (await RunAsync(Stripping, Of(kind))).Copies![0].Bytes;
            Assert.Equal(PhotoRefusal.None, (await RunAsync(Decoding, stripped)).Refusal);
        }
    }

    [Fact]
    public async Task A_turned_photo_keeps_its_turn_and_loses_its_place()
    {
        var result = await RunAsync(Stripping, SamplePictures.Jpeg(orientation: 6));
        Assert.True(result.IsTurned);
        Assert.Equal(6, JpegFile.TurnOf(result.Copies![0].Bytes));
        Assert.False(SamplePictures.Tells(result.Copies[0].Bytes));
    }

    [SkippableFact]
    public async Task A_turned_photo_is_set_upright()
    {
        NeedsDecoder();
        var result = await RunAsync(Decoding, SamplePictures.Jpeg(orientation: 6));
        Assert.Equal((16, 24), (result.Head!.Width, result.Head.Height));
    }

    [SkippableFact]
    public async Task Heic_is_read_where_the_decoder_is()
    {
        NeedsDecoder();
        var result = await RunAsync(Decoding, SamplePictures.Heic);
        Assert.Equal((PhotoRefusal.None, 24, 16), (result.Refusal, result.Head!.Width, result.Head.Height));
    }

    [Fact]
    public async Task Heic_is_refused_politely_elsewhere() => Assert.Equal(PhotoRefusal.Unreadable, (await RunAsync(Stripping, SamplePictures.Heic)).Refusal);

    [SkippableFact]
    public async Task The_picture_for_lists_weighs_little_whatever_it_shows()
    {
        NeedsDecoder();
        var result = await RunAsync(Decoding, SamplePictures.NoisePng(1_500, 2_000));
        Assert.All(result.Copies!.Where(copy => copy.Width <= 320), copy => Assert.InRange(copy.Bytes.Length, 1, 25 * 1024));
        Assert.Equal((1_280, 1_707), (result.Head!.Width, result.Head.Height));
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("<?xml version=\"1.0\"?><svg/>")]
    [InlineData("GIF89a\u0001\u0000\u0001\u0000")]
    [InlineData("%PDF-1.7")]
    [InlineData("hello")]
    [InlineData("")]
    public async Task What_is_no_photo_is_refused_whatever_it_is_called(string content) =>
        Assert.Equal(PhotoRefusal.NotAPicture, (await RunAsync(Stripping, Encoding.Latin1.GetBytes(content))).Refusal);

    [Fact]
    public async Task A_bomb_is_refused_by_its_header()
    {
        byte[][] bombs = [SamplePictures.Png(65_535, 65_535), SamplePictures.Png(int.MaxValue, int.MaxValue), SamplePictures.Png(8_000, 5_001), SamplePictures.JpegClaiming(10_000, 10_000), HugeWebP(), HugeHeic()];
        foreach (var shrink in new[] { Stripping, Decoding })
            Assert.All(await Task.WhenAll(bombs.Select(bomb => RunAsync(shrink, bomb))), result => Assert.Equal(PhotoRefusal.TooManyPixels, result.Refusal));
    }

    [Fact]
    public async Task An_upload_cut_at_any_byte_is_refused()
    {
        byte[][] files = [SamplePictures.Jpeg(), SamplePictures.Png(), SamplePictures.WebP(), SamplePictures.WebP(isLossy: false), SamplePictures.Heic];
        foreach (var file in files)
        {
            // After the end of a JPEG's own picture nothing belongs to it any more.
            var end = PictureHead.KindOf(file) == PictureKind.Jpeg ? file.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) + 2 : file.Length;
            for (var cut = 0; cut < end; cut++)
                Assert.True((await RunAsync(Decoding, file[..cut])).Refusal is PhotoRefusal.NotAPicture or PhotoRefusal.Unreadable, $"{PictureHead.KindOf(file)} cut at {cut} was taken");
        }
    }

    [Fact]
    public async Task Too_many_bytes_are_refused_before_they_are_all_read()
    {
        await using var endless = new EndlessStream();
        Assert.Equal(PhotoRefusal.TooLarge, (await Stripping.RunAsync(endless, IPhotos.Widths, default)).Refusal);
    }

    [Fact]
    public async Task Damaged_bytes_are_never_a_crash()
    {
        var random = new Random(11);
        foreach (var file in new[] { SamplePictures.Jpeg(), SamplePictures.Png(), SamplePictures.WebP(), SamplePictures.Heic })
        {
            for (var round = 0; round < 500; round++)
            {
                var damaged = (byte[])file.Clone();
                for (var hits = 0; hits < 8; hits++) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                await RunAsync(Stripping, damaged);
            }
        }
    }

    private static void NeedsDecoder() => Skip.IfNot(Vips.IsThere, "vipsthumbnail is not installed on this machine.");

    private static async Task<ShrinkPhoto.Result> RunAsync(ShrinkPhoto shrink, byte[] upload) => await shrink.RunAsync(new MemoryStream(upload), IPhotos.Widths, default);

    private static byte[] Of(string kind) => kind switch
    {
        "jpeg" => SamplePictures.Jpeg(),
        "png" => SamplePictures.Png(),
        _ => SamplePictures.WebP(isLossy: kind == "webp"),
    };

    private static byte[] HugeWebP()
    {
        var file = SamplePictures.WebP();
        // The canvas of the extended header: 16,384 by 16,384.
        file[24] = file[27] = 0xFF;
        file[25] = file[28] = 0x3F;
        return file;
    }

    private static byte[] HugeHeic()
    {
        var file = (byte[])SamplePictures.Heic.Clone();
        var size = file.AsSpan().LastIndexOf("ispe"u8) + 8;
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(size), 20_000);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(size + 4), 20_000);
        return file;
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(buffer.Length);
    }
}
