using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Media.Model;
using Storefront.Modules.Moderation.Model;
using Storefront.Modules.Payments;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Gateways.Sandbox;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;
using Storefront.Tests.Modules.Sellers;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Payments;

/// <summary>A guest shows that the money is on its way; only those who look for it see the picture.</summary>
public sealed class PayerProofTests : IAsyncLifetime
{
    private Transfers _transfers = null!;
    private Visitor _guest = null!;

    public async Task InitializeAsync()
    {
        _transfers = await Transfers.OpenAsync();
        _guest = App.NewVisitor("en");
    }

    private StoreApp App => _transfers.Till.App;

    public async Task DisposeAsync() => await _transfers.DisposeAsync();

    [Fact]
    public async Task A_guest_s_picture_is_seen_by_finance_alone_and_every_look_is_written_down()
    {
        var (_, attempt, page) = await _transfers.BegunAsync();
        Assert.NotNull((await _guest.GetAsync($"/pay/{attempt}")).Page.QuerySelector($"form[action='/pay/{attempt}/proof'] input[type=file]"));
        Assert.Equal($"/pay/{attempt}/return#proof", (await SendAsync(attempt, "from Li Lei's account")).Location);
        Assert.Contains("Pictures received: 1", (await _guest.GetAsync($"/pay/{attempt}/return")).Text, StringComparison.Ordinal);
        Assert.Contains("Pictures: 1", (await _transfers.Finance.GetAsync("/admin/payments/offline")).Text, StringComparison.Ordinal);
        var found = await _transfers.Finance.GetAsync(page);
        Assert.Contains("from Li Lei's account", found.Page.Body!.TextContent, StringComparison.Ordinal);
        var picture = found.Page.QuerySelector("a[href*='/proofs/']")!.GetAttribute("href")!;
        var seen = await _transfers.Finance.GetAsync(picture);
        Assert.StartsWith("image/", seen.Raw.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
        Assert.Equal(1, await App.ReadAsync(db => db.Set<AuditEntry>().CountAsync(entry => entry.Act == "document-seen")));
        Assert.Contains("/sign-in", (await _guest.GetAsync(picture)).Location, StringComparison.Ordinal);
        var (reviewer, _, _) = await App.SignedInAsync("en", Policies.ReviewerRole);
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.GetAsync(picture)).Status);
        var (_, _, other) = await _transfers.BegunAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await _transfers.Finance.GetAsync($"{other}/proofs/{picture.Split('/')[^1]}")).Status);
    }

    [Fact]
    public async Task Three_pictures_are_taken_and_what_is_too_much_leaves_no_file()
    {
        var (_, attempt, _) = await _transfers.BegunAsync();
        var form = await _guest.GetAsync($"/pay/{attempt}/proof");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SendAsync(attempt)));
        while (await App.ReadAsync(db => db.PayerProofs.CountAsync()) < PayerProof.Most) await SendAsync(attempt);
        Assert.Equal($"/pay/{attempt}/return", (await _guest.UploadAsync(form, new { }, "Input.Picture", Applicant.Picture)).Location);
        await App.DeliverAsync();
        Assert.Equal((3, 3), (await App.ReadAsync(db => db.PayerProofs.CountAsync()), await App.ReadAsync(db => db.Set<Document>().CountAsync())));
        Assert.Equal(3, Files());
        Assert.Null((await _guest.GetAsync($"/pay/{attempt}")).Page.QuerySelector("input[type=file]"));
    }

    [Fact]
    public async Task Another_attempt_makes_no_room_for_more_pictures()
    {
        var (code, attempt, _) = await _transfers.BegunAsync();
        for (var sent = 0; sent < PayerProof.Most; sent++) await SendAsync(attempt);
        var page = await _guest.GetAsync($"/pay/{attempt}");
        Assert.Equal($"/pay/{attempt}", (await _guest.SubmitAsync(page, new { Input__Gateway = ITransferBook.Gateway }, "main form:has([name='Input.Gateway'])")).Location);
        Assert.Single((await _transfers.Till.PaymentAsync(code)).Attempts);
        var again = await SwitchAsync(await SwitchAsync(attempt, SandboxGateway.Name), ITransferBook.Gateway);
        var shown = await _guest.GetAsync($"/pay/{again}");
        Assert.Contains("Pictures received: 3", shown.Text, StringComparison.Ordinal);
        Assert.Null(shown.Page.QuerySelector("input[type=file]"));
        var refused = await App.RunAsync<AttachProof, AttachProof.Result>(attach => attach.RunAsync(again, new MemoryStream(Applicant.Picture), note: null, default));
        Assert.Equal(AttachProof.Refusal.Full, refused.Refusal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_picture()
    {
        var (_, attempt, _) = await _transfers.BegunAsync();
        var form = await _guest.GetAsync($"/pay/{attempt}/proof");
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => _guest.UploadAsync(form, new { }, "Input.Picture", Applicant.Picture)));
        Assert.All(both, answer => Assert.Equal($"/pay/{attempt}/return#proof", answer.Location));
        await App.DeliverAsync();
        Assert.Equal(1, await App.ReadAsync(db => db.PayerProofs.CountAsync()));
        Assert.Equal(1, Files());
    }

    [Fact]
    public async Task Refused_it_keeps_the_note_and_no_file()
    {
        var (_, attempt, _) = await _transfers.BegunAsync();
        foreach (var (file, note, why) in new[]
        {
            (null, "my note", "Choose a picture"),
            ("not a picture"u8.ToArray(), "my note", "not a photo"),
            (Applicant.Picture, new string('x', PayerProof.NoteLength + 1), "at most 200"),
        })
        {
            var refused = await _guest.UploadAsync(await _guest.GetAsync($"/pay/{attempt}/proof"), new { Input__Note = note }, file is null ? null : "Input.Picture", file);
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Contains(why, refused.Text, StringComparison.Ordinal);
            Assert.Equal(note, refused.Page.QuerySelector("[name='Input.Note']")!.GetAttribute("value"));
        }
        Assert.Equal(0, Files());
    }

    [Fact]
    public async Task Nothing_is_taken_where_nobody_looks_for_money()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _guest.GetAsync($"/pay/{new string('0', Code.SecretLength)}/proof")).Status);
        var (_, sandbox) = await _transfers.Till.StageAsync();
        Assert.Equal($"/pay/{sandbox}/return", (await _guest.GetAsync($"/pay/{sandbox}/proof")).Location);
        var (_, attempt, page) = await _transfers.BegunAsync();
        var form = await _guest.GetAsync($"/pay/{attempt}/proof");
        await _transfers.ConfirmAsync(page, "99");
        Assert.Equal($"/pay/{attempt}/return", (await _guest.UploadAsync(form, new { }, "Input.Picture", Applicant.Picture)).Location);
        Assert.Equal(0, await App.ReadAsync(db => db.PayerProofs.CountAsync()));
    }

    [Fact]
    public async Task It_goes_three_months_after_it_was_sent_once_nobody_looks_for_the_money()
    {
        var (_, found, page) = await _transfers.BegunAsync();
        var (_, awaited, _) = await _transfers.BegunAsync();
        await SendAsync(found, "found");
        await SendAsync(awaited, "awaited");
        await _transfers.ConfirmAsync(page, "99");
        await ForgetAsync(PayerProof.Kept - TimeSpan.FromDays(1));
        Assert.Equal(3, Files());
        await ForgetAsync(TimeSpan.FromDays(2));
        Assert.Equal(["awaited"], await App.ReadAsync(db => db.PayerProofs.Select(proof => proof.Note).ToListAsync()));
        Assert.Equal(2, Files());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Many_go_at_once_in_words_that_every_engine_keeps(bool isErased)
    {
        const int many = 250;
        var (code, _, page) = await _transfers.BegunAsync();
        await _transfers.ConfirmAsync(page, "99");
        var now = App.Clock.GetUtcNow().UtcDateTime;
        await App.WriteAsync(async db =>
        {
            var transfer = await db.Transfers.SingleAsync();
            db.AddRange(Enumerable.Range(0, many).Select(_ => new PayerProof { Transfer = transfer, Picture = Code.NewSecret(), SentAt = now }));
        });
        if (isErased)
        {
            await App.RunAsync<IServiceProvider, bool>(async services =>
            {
                await services.GetRequiredService<IPayerProofs>().StageForgetAsync([code], default);
                await services.GetRequiredService<StoreDb>().SaveChangesAsync();
                return true;
            });
        }
        else
        {
            App.Clock.Advance(PayerProof.Kept + TimeSpan.FromDays(1));
            await _transfers.Till.WorkAsync<ForgetProofs>();
        }
        Assert.Equal(0, await App.ReadAsync(db => db.PayerProofs.CountAsync()));
        var said = await App.ReadAsync(db => db.Set<OutboxRow>().Where(row => row.Event == typeof(PapersDropped).FullName).Select(row => row.Payload).ToListAsync());
        Assert.All(said, payload => Assert.InRange(payload.Length, 1, 4_000));
        Assert.Equal(many, said.Sum(payload => JsonSerializer.Deserialize<PapersDropped>(payload)!.Papers.Count));
    }

    [Fact]
    public async Task Who_sends_too_often_waits()
    {
        var (_, attempt, _) = await _transfers.BegunAsync();
        var form = await _guest.GetAsync($"/pay/{attempt}/proof");
        for (var sent = 0; sent < ProofLimits.AMinute; sent++) await _guest.UploadAsync(form, new { });
        Assert.Equal(HttpStatusCode.TooManyRequests, (await _guest.UploadAsync(form, new { })).Status);
        Assert.Equal(HttpStatusCode.OK, (await _guest.GetAsync($"/pay/{attempt}/proof")).Status);
    }

    [Fact]
    public async Task Finance_s_own_proof_outlives_its_account()
    {
        var (_, _, page) = await _transfers.BegunAsync();
        await _transfers.ConfirmAsync(page, "99");
        Assert.Equal([Document.Nobody], await App.ReadAsync(db => db.Set<Document>().Select(document => document.AccountId).ToListAsync()));
    }

    private async Task<string> SwitchAsync(string attempt, string gateway) =>
        (await App.RunAsync<SwitchGateway, SwitchGateway.Result>(change => change.RunAsync(attempt, gateway, default))).Attempt!;

    private async Task ForgetAsync(TimeSpan ahead)
    {
        App.Clock.Advance(ahead);
        await _transfers.Till.WorkAsync<ForgetProofs>();
        await App.DeliverAsync();
    }

    private async Task<Answer> SendAsync(string attempt, string? note = null) =>
        await _guest.UploadAsync(await _guest.GetAsync($"/pay/{attempt}/proof"), new { Input__Note = note }, "Input.Picture", Applicant.Picture);

    private int Files()
    {
        var folder = Path.Combine(App.Services.GetRequiredService<DataFolder>().Path, "media/documents");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length : 0;
    }
}
