using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Storefront.Modules.Notifications.Channels;
using Storefront.Modules.Notifications.Model;
using Storefront.Shared;

namespace Storefront.Modules.Notifications;

/// <summary>
/// Puts notices into the words of a lock screen, a mail or an SMS, in their reader's language. Whoever holds the phone may read them and mail is kept by others,
/// so nothing leaves but what it is about: no name, number, street or reason, and outside of sealed push no link that lets its holder in.
/// </summary>
internal sealed class ComposeMessage(Texts texts, SiteAddress site)
{
    public const string Settings = "/me/notices/settings";
    private const string All = "/me/notices";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="Notices">One, or all that waited.</param>
    /// <param name="SwitchOff">The secret that switches the first notice's topic off, for this way.</param>
    internal sealed record Order(Way Way, string To, PushKeys? Keys, string Language, IReadOnlyList<Notice> Notices, string SwitchOff);

    public Message Run(Order order) => order.Way switch
    {
        Way.Push => Push(order),
        Way.Email => Mail(order),
        _ => Short(order),
    };

    private Message Push(Order order)
    {
        var one = order.Notices.Count == 1 ? order.Notices[0] : null;
        var id = IdOf(order);
        var payload = new
        {
            title = one is null ? Say(order, "told.fold.title", order.Notices.Count) : Say(order, $"told.topic.{one.Topic}"),
            body = one is null ? Counts(order) : Sentence(order, one),
            url = one?.Path ?? All,
            tag = id,
            lang = order.Language,
            settings = new { title = Say(order, "told.settings.title"), url = Settings },
        };
        return new(Way.Push, order.To, JsonSerializer.Serialize(payload, Json)) { Keys = order.Keys, Id = id };
    }

    private Message Mail(Order order)
    {
        var topic = order.Notices[0].Topic;
        var said = Said(order);
        var why = Topics.IsFixed(topic)
            ? Say(order, "told.mail.fixed")
            : Say(order, "told.mail.off", Say(order, $"told.topic.{topic}"), OffLink(order));
        var lines = new[] { said, "", Say(order, "told.mail.open", site.Of(All)), "", "--", why, Say(order, "told.mail.settings", site.Of(Settings)) };
        return new(Way.Email, order.To, string.Join('\n', lines))
        {
            Subject = said,
            Unsubscribe = Topics.IsFixed(topic) ? null : OffLink(order),
            Id = IdOf(order),
        };
    }

    private Message Short(Order order)
    {
        var text = Topics.IsFixed(order.Notices[0].Topic)
            ? Say(order, "told.sms.fixed", Said(order), site.Of(All))
            : Say(order, "told.sms", Said(order), site.Of(All), OffLink(order));
        return new(Way.Sms, order.To, text) { Id = IdOf(order) };
    }

    private string Said(Order order) => order.Notices.Count == 1
        ? Sentence(order, order.Notices[0])
        : Say(order, "told.fold.topic", Say(order, $"told.topic.{order.Notices[0].Topic}"), order.Notices.Count);

    private string Counts(Order order) => string.Join(Say(order, "told.fold.between"),
        order.Notices.GroupBy(notice => notice.Topic).Select(same => Say(order, "told.fold.count", Say(order, $"told.topic.{same.Key}"), same.Count())));

    private string Sentence(Order order, Notice notice) => Say(order, $"told.say.{notice.Topic}", notice.About);

    private string Say(Order order, string key, params object[] arguments) => texts.In(order.Language, key, arguments);

    private Uri OffLink(Order order) => site.Of($"/u/{order.SwitchOff}");

    private static string IdOf(Order order) => string.Create(CultureInfo.InvariantCulture, $"n{order.Notices[^1].Id}-{order.Notices.Count}");
}
