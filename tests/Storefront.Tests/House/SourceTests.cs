namespace Storefront.Tests.House;

public sealed class SourceTests
{
    private static readonly string[] Written =
        [".cs", ".cshtml", ".js", ".mjs", ".css", ".json", ".md", ".yml", ".yaml", ".sh", ".sql", ".html", ".svg", ".xml", ".conf", ".csproj", ".props", ".targets", ".txt", ".globalconfig", ".config", ".webmanifest", ".env", ""];

    private static readonly IReadOnlyList<SourceFile> Everything =
        [.. RepoFiles.All.Where(path => Written.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)).Select(path => new SourceFile(path, RepoFiles.Read(path)))];

    private static readonly IReadOnlyList<SourceFile> Code = [.. Everything.Where(file => file.Name.EndsWith(".cs", StringComparison.Ordinal))];

    [Fact]
    public void The_files_of_the_repository_are_read()
    {
        Assert.Contains(Code, file => file.Path == "src/Storefront/Program.cs");
        Assert.Contains(Everything, file => file.Path == "src/Directory.Build.props");
    }

    [Fact]
    public void Nothing_is_left_for_later() => Finding.None(Everything.SelectMany(SourceRules.Marks));

    [Fact]
    public void No_file_names_a_package_host_or_a_machine() => Finding.None(Everything.SelectMany(SourceRules.Machines));

    [Fact]
    public void Every_silenced_warning_has_its_reason() => Finding.None(Code.Where(file => !file.Path.Contains("/Migrations/", StringComparison.Ordinal)).SelectMany(SourceRules.SilentPragmas));

    [Fact]
    public void Nothing_is_async_void() => Finding.None(Code.SelectMany(SourceRules.AsyncVoid));

    [Fact]
    public void No_markup_is_written_raw() => Finding.None(SourceFile.Code.Concat(SourceFile.Views).SelectMany(SourceRules.RawMarkup));

    [Fact]
    public void No_sql_is_put_together_from_values() => Finding.None(Code.SelectMany(SourceRules.GluedSql));

    [Theory]
    [InlineData("// TO" + "DO: later")]
    [InlineData("<!-- FIX" + "ME -->")]
    public void A_mark_is_red(string text) => Assert.Single(SourceRules.Marks(File(text)));

    [Theory]
    [InlineData("\"resolved\": " + "\"https://example.org/a.tgz\"")]
    [InlineData("https://registry.npm" + "js.org/a")]
    [InlineData("<add key=\"x\" value=\"" + "https://example.org/v3\" />")]
    [InlineData("cd /wo" + "rk/main")]
    [InlineData("\"/ho" + "me/somebody/x\"")]
    [InlineData(@"C:\Use" + @"rs\somebody")]
    public void A_host_or_a_machine_is_red(string text) => Assert.Single(SourceRules.Machines(File(text)));

    [Theory]
    [InlineData("href=\"/framework/x\" or https://example.org/work/2")]
    [InlineData("src=\"~/root/x\" and ../work/y")]
    public void An_address_is_no_machine(string text) => Assert.Empty(SourceRules.Machines(File(text)));

    [Theory]
    [InlineData("#pragma warning disable CA1000", 1)]
    [InlineData("int a;\n#pragma warning disable CA1000 //", 1)]
    [InlineData("#pragma warning disable CA1000 // The framework calls it.", 0)]
    [InlineData("// The framework calls it.\n#pragma warning disable CA1000", 0)]
    public void A_pragma_without_reason_is_red(string text, int count) => Assert.Equal(count, SourceRules.SilentPragmas(File(text)).Count());

    [Theory]
    [InlineData("class A { async void M() { } }", 1)]
    [InlineData("class A { void M() { async void L() { } } }", 1)]
    [InlineData("class A { async Task M() { } void N() { } }", 0)]
    public void Async_void_is_red(string text, int count) => Assert.Equal(count, SourceRules.AsyncVoid(File(text)).Count());

    [Theory]
    [InlineData("@Html.Ra" + "w(x)", 1)]
    [InlineData("@Html.DisplayFor(x)", 0)]
    public void Raw_markup_is_red(string text, int count) => Assert.Equal(count, SourceRules.RawMarkup(File(text)).Count());

    [Theory]
    [InlineData("db.Set<A>().FromSqlRaw($\"select {x}\")", 1)]
    [InlineData("db.Database.ExecuteSqlRawAsync(\"select \" + x, cancel)", 1)]
    [InlineData("db.Database.SqlQueryRaw<int>($\"\"\"select {x}\"\"\")", 1)]
    [InlineData("db.Database.ExecuteSqlRaw(\"select {0}\", x + 1)", 0)]
    [InlineData("db.Set<A>().FromSql($\"select {x}\")", 0)]
    public void Glued_sql_is_red(string call, int count) => Assert.Equal(count, SourceRules.GluedSql(File(call + ";")).Count());

    private static SourceFile File(string text) => new("src/A.cs", text);
}
