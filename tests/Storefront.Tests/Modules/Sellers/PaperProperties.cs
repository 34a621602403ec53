using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Accounts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Sellers;

/// <summary>Invariant 12: whoever asks for whichever private paper by whatever address, only a reviewer or admin sees it, under its own shop, and nobody once its person is erased.</summary>
public sealed class PaperProperties : IAsyncLifetime
{
    private readonly List<(string Who, Visitor Visitor)> _visitors = [];
    private readonly List<(string Shop, string Paper, bool IsGone)> _papers = [];
    private StoreApp _app = null!;

    private static readonly Func<string, string, string>[] Addresses =
    [
        (shop, paper) => $"/admin/documents/{shop}/{paper}",
        (_, paper) => $"/media/{paper}",
        (_, paper) => $"/media/{paper}-320",
        (_, paper) => $"/media/documents/{paper[..2]}/{paper}",
        (shop, paper) => $"/admin/documents/{shop.ToUpperInvariant()}/{paper}",
        (shop, paper) => $"/admin/documents/{shop}/..%2f{paper}",
    ];

    public async Task InitializeAsync()
    {
        _app = await StoreApp.StartAsync();
        var applicants = new List<Applicant>();
        foreach (var name in new[] { "owner", "other owner", "erased owner" })
        {
            var applicant = await (await Applicant.NewAsync(_app)).ApplyAsync();
            var shop = await applicant.ShopAsync();
            _papers.Add((shop.Code, shop.Licences[0].DocumentCode!, name == "erased owner"));
            _visitors.Add((name, applicant.Visitor));
            applicants.Add(applicant);
        }
        await _app.RunAsync<EraseAccount, IReadOnlyList<Hindrance>?>(erase => erase.RunAsync(applicants[2].Account, default));
        await _app.DeliverAsync();
        _visitors.Add(("guest", _app.NewVisitor()));
        var (helper, helperId, _) = await _app.SignedInAsync();
        await _app.WriteAsync(async db => (await db.Shops.Include(shop => shop.Members).SingleAsync(shop => shop.Code == _papers[0].Shop)).Members.Add(new(helperId, MemberRole.Helper, new(applicants[0].Account, DateTime.UnixEpoch))));
        _visitors.Add(("helper", helper));
        _visitors.Add(("buyer", (await _app.SignedInAsync()).Visitor));
        foreach (var role in Policies.AdminRoles) _visitors.Add((role, (await _app.SignedInAsync("en", role)).Visitor));
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public void A_private_paper_is_served_to_nobody_else() => Prop.ForAll(
        (from who in Gen.Choose(0, _visitors.Count - 1) from shop in Gen.Choose(0, _papers.Count - 1) from paper in Gen.Choose(0, _papers.Count - 1) from address in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(1, Addresses.Length - 1))) select (who, shop, paper, address)).ToArbitrary(),
        asked => AskAsync(asked.who, asked.shop, asked.paper, asked.address).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public async Task A_reviewer_does_see_it() => await AskAsync(_visitors.FindIndex(visitor => visitor.Who == Policies.ReviewerRole), 0, 0, 0);

    private async Task AskAsync(int who, int shop, int paper, int address)
    {
        var (role, visitor) = _visitors[who];
        var path = Addresses[address](_papers[shop].Shop, _papers[paper].Paper);
        var answer = await visitor.GetAsync(path);
        var may = role is Policies.ReviewerRole or Policies.AdminRole && shop == paper && !_papers[paper].IsGone && address == 0;
        var isPicture = answer.Raw.Content.Headers.ContentType?.MediaType?.StartsWith("image/", StringComparison.Ordinal) == true;
        Assert.True(may ? isPicture && answer.Status == HttpStatusCode.OK : !isPicture && answer.Status != HttpStatusCode.OK, $"{role} asked for {path}: {answer.Status}");
    }
}
