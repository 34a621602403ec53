using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Modules.Notifications.Channels;

namespace Storefront.Modules.Notifications.Model;

/// <summary>Kept as numbers: never renumber.</summary>
internal enum TellingState
{
    Waiting = 0,
    Sent = 1,

    /// <summary>Nobody to tell any more: switched off meanwhile, signed off, or the account is closed.</summary>
    Dropped = 2,

    /// <summary>Given up; on the admin's list.</summary>
    Failed = 3,
}

/// <summary>One notice on its way to one place. There is one row for each notice, way and device, so nothing is told twice.</summary>
internal sealed class Telling
{
    public const int WhyLength = 200;
    private const int MostTries = 8;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(2);
    private static readonly TimeSpan LongestWish = TimeSpan.FromDays(1);

    /// <summary>Longer than a call may take: a node that died while sending has it sent again by another.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Later than this it is no news, and stands on the site.</summary>
    public static readonly TimeSpan WorthTelling = TimeSpan.FromDays(2);

    public long Id { get; init; }

    public required long NoticeId { get; init; }

    public required long AccountId { get; init; }

    public required Way Way { get; init; }

    /// <summary>Code of the browser for push; empty for the one mailbox or number.</summary>
    public required string Device { get; init; }

    public required DateTime At { get; init; }

    public required DateTime DueAt { get; set; }

    /// <summary>Waited for the end of somebody's quiet hours, and goes with all else that did.</summary>
    public bool IsHeld { get; set; }

    public TellingState State { get; private set; }

    public int Tries { get; private set; }

    public DateTime? DoneAt { get; private set; }

    public string? Why { get; private set; }

    public void Hold(DateTime until) => (IsHeld, DueAt, Tries) = (true, until, 0);

    public void Drop(string why, DateTime now) => End(TellingState.Dropped, why, now);

    public void Hear(Verdict verdict, DateTime now)
    {
        if (verdict.Answer == Answer.Accepted) End(TellingState.Sent, null, now);
        else if (verdict.Answer == Answer.Gone) End(TellingState.Dropped, verdict.Why, now);
        else if (verdict.Answer == Answer.Refused || Tries >= MostTries || now - At > WorthTelling) End(TellingState.Failed, verdict.Why, now);
        else (DueAt, Why) = (now + PauseAfter(verdict.After), Short(verdict.Why));
    }

    /// <summary>An admin has mended what was broken.</summary>
    public void TryAgain(DateTime now) => (State, Tries, DoneAt, DueAt) = (TellingState.Waiting, 0, null, now);

    private TimeSpan PauseAfter(TimeSpan? wish)
    {
        var own = FirstPause * Math.Pow(2, Tries - 1);
        if (own > LongestPause) own = LongestPause;
        var asked = wish > LongestWish ? LongestWish : wish ?? TimeSpan.Zero;
        return asked > own ? asked : own;
    }

    private void End(TellingState state, string? why, DateTime now) => (State, Why, DoneAt) = (state, Short(why), now);

    private static string? Short(string? why) => why?.Length > WhyLength ? why[..WhyLength] : why;

    internal sealed class Mapping : IEntityTypeConfiguration<Telling>
    {
        public void Configure(EntityTypeBuilder<Telling> builder)
        {
            builder.ToTable("Tellings");
            builder.Property(telling => telling.State).IsConcurrencyToken();
            builder.Property(telling => telling.Device).HasMaxLength(PushDevice.CodeLength);
            builder.Property(telling => telling.Why).HasMaxLength(WhyLength);
            builder.HasIndex(telling => new { telling.NoticeId, telling.Way, telling.Device }).IsUnique();
            builder.HasIndex(telling => new { telling.State, telling.DueAt });
            builder.HasIndex(telling => telling.AccountId);
        }
    }
}
