using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Storefront.Data;
using Storefront.Modules.Accounts;
using Storefront.Modules.Accounts.Model;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Accounts;

/// <summary>How a new shop in Production gets its first admin.</summary>
public sealed partial class FirstAdminTests : IAsyncLifetime
{
    private StoreApp _app = null!;

    public async Task InitializeAsync() => _app = await StoreApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task The_link_makes_one_admin_who_signs_in_with_two_factors()
    {
        var (path, second) = ((await OfferAsync("Production"))!, (await OfferAsync("Production"))!);
        var visitor = _app.NewVisitor("en");
        var phone = People.NewPhone();
        var wrong = await visitor.SubmitAsync(await visitor.GetAsync(path), new { Input__Name = "Ann", Input__Email = "ann@example.com", Input__Phone = phone, Input__Password = "password" });
        Assert.Equal((HttpStatusCode.BadRequest, "Ann"), (wrong.Status, wrong.Page.QuerySelector("[name='Input.Name']")!.GetAttribute("value")));
        Assert.Equal("/sign-in/password", (await MakeAsync(visitor, path, phone)).Location);
        Assert.All(await Task.WhenAll(_app.NewVisitor().GetAsync(path), _app.NewVisitor().GetAsync(second)), gone => Assert.Equal(HttpStatusCode.NotFound, gone.Status));

        await _app.SignInAsync(visitor, phone);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin/audit")).Status);
        Assert.Null(await OfferAsync("Production"));
    }

    [Fact]
    public async Task An_old_and_a_guessed_link_are_no_pages()
    {
        var path = (await OfferAsync("Production"))!;
        var open = await _app.NewVisitor().GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, open.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.NewVisitor().GetAsync("/first-admin/guess")).Status);
        _app.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(HttpStatusCode.NotFound, (await _app.NewVisitor().GetAsync(path)).Status);
        var visitor = _app.NewVisitor();
        var fields = Support.Visitor.FieldsOf(await visitor.GetAsync("/sign-up"), new { Input__Name = "Eve", Input__Email = "eve@example.com", Input__Phone = People.NewPhone(), Input__Password = "a quiet valley" }, "main form");
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync(path, fields)).Status);
        Assert.Empty(await _app.ReadAsync(db => db.Accounts.ToListAsync()));
    }

    [Fact]
    public async Task A_taken_number_leaves_the_link_as_it_was()
    {
        var (_, phone) = await _app.NewPersonAsync();
        var path = (await OfferAsync("Production"))!;
        Assert.Equal(HttpStatusCode.BadRequest, (await MakeAsync(_app.NewVisitor(), path, phone)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _app.NewVisitor().GetAsync(path)).Status);
    }

    [Fact]
    public async Task Nothing_is_offered_outside_production() => Assert.Null(await OfferAsync("Development"));

    private static async Task<Answer> MakeAsync(Support.Visitor visitor, string path, string phone) =>
        await visitor.SubmitAsync(await visitor.GetAsync(path), new { Input__Name = "Ann", Input__Email = "ann@example.com", Input__Phone = phone, Input__Password = People.Password });

    /// <summary>Runs the start step as the environment would; the path it logged, or null.</summary>
    private async Task<string?> OfferAsync(string environment)
    {
        var log = new Lines();
        await _app.RunAsync<StoreDb, bool>(async db =>
        {
            await new OfferFirstAdmin(db, _app.Clock, new Named(environment), log).RunAsync(default);
            return true;
        });
        return log.Written is { } line ? Path.Match(line).Value : null;
    }

    private sealed class Lines : ILogger<OfferFirstAdmin>
    {
        public string? Written { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Written = formatter(state, exception);
    }

    private sealed class Named(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
    }

    [GeneratedRegex("/first-admin/[0-9a-z]+")]
    private static partial Regex Path { get; }
}
