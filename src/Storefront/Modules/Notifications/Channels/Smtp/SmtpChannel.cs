using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Storefront.Modules.Notifications.Channels.Smtp;

/// <summary>
/// Hands e-mails to a mail server as plain text. Ready when Messages:Smtp:Host and Messages:Smtp:From are set. The connection is encrypted by STARTTLS
/// unless Messages:Smtp:Plain says that the server stands on this machine or in its own network.
/// </summary>
internal sealed class SmtpChannel(SmtpChannelOptions options, TimeSpan patience) : IMessageChannel
{
    private static readonly SmtpStatusCode[] Final =
        [SmtpStatusCode.MailboxUnavailable, SmtpStatusCode.MailboxNameNotAllowed, SmtpStatusCode.UserNotLocalTryAlternatePath, SmtpStatusCode.TransactionFailed];

    public bool IsReady => options.Host.Length > 0 && MailAddress.TryCreate(options.From, out _);

    public bool Reaches(Way way) => way == Way.Email;

    public async Task<Verdict> SendAsync(Message message, CancellationToken cancel)
    {
        if (!MailAddress.TryCreate(message.To, out var to)) return new(Answer.Refused, "no mailbox");
        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = !options.Plain };
        if (options.User.Length > 0) client.Credentials = new NetworkCredential(options.User, options.Password);
        using var mail = Write(message, to);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience);
        try
        {
            // The client itself does not always let go while it waits for a greeting.
            await client.SendMailAsync(mail, limit.Token).WaitAsync(limit.Token);
            return Verdict.Accepted;
        }
        catch (Exception failure) when (failure is SmtpException or OperationCanceledException or IOException)
        {
            cancel.ThrowIfCancellationRequested();
            return limit.IsCancellationRequested ? new(Answer.Later, "timeout") : Judge(failure as SmtpException);
        }
    }

    /// <summary>Only the number goes on: the server's own words may repeat the mailbox.</summary>
    private static Verdict Judge(SmtpException? failure) => failure is null
        ? new(Answer.Later, "cut")
        : new(Final.Contains(failure.StatusCode) ? Answer.Refused : Answer.Later, $"SMTP {(int)failure.StatusCode} {failure.StatusCode}");

    private MailMessage Write(Message message, MailAddress to)
    {
        var from = new MailAddress(options.From);
        var mail = new MailMessage(from, to)
        {
            Subject = OneLine(message.Subject ?? message.Text),
            SubjectEncoding = Encoding.UTF8,
            Body = message.Text.ReplaceLineEndings("\r\n"),
            BodyEncoding = Encoding.UTF8,
            // Lines of mail may not be long, and an address in the text must not be broken.
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        if (message.Id is { } id) mail.Headers.Add("Message-ID", $"<{id}@{from.Host}>");
        if (message.Unsubscribe is not { } address) return mail;
        mail.Headers.Add("List-Unsubscribe", $"<{address}>");
        mail.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return mail;
    }

    private static string OneLine(string text) => string.Concat(text.TakeWhile(letter => letter is not ('\r' or '\n')).Select(letter => char.IsControl(letter) ? ' ' : letter));

    internal sealed class Setup : IChannelSetup
    {
        public void AddServices(IServiceCollection services, IConfiguration configuration)
        {
            var options = configuration.GetSection("Messages:Smtp").Get<SmtpChannelOptions>() ?? new();
            services.AddSingleton<IMessageChannel>(new SmtpChannel(options, TimeSpan.FromSeconds(10)));
        }
    }
}

internal sealed class SmtpChannelOptions
{
    private const int Submission = 587;

    public string Host { get; set; } = "";

    public int Port { get; set; } = Submission;

    /// <summary>The mailbox that messages come from, with a name if wished: "Storefront &lt;shop@example.org&gt;".</summary>
    public string From { get; set; } = "";

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    public bool Plain { get; set; }
}
