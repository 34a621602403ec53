using Xunit.Abstractions;

namespace Storefront.Tests.House;

public sealed class SizesTests(ITestOutputHelper output)
{
    [Fact]
    public void No_file_is_over_the_wall()
    {
        var sizes = SourceFile.Code.Select(SizeRules.FileLines).ToList();
        Print("Lines of a file", sizes);
        Assert.NotEmpty(sizes);
        Finding.None(sizes.Over(SizeRules.FileWall));
    }

    [Fact]
    public void No_method_is_over_the_wall()
    {
        var sizes = SourceFile.Code.SelectMany(SizeRules.MethodLines).ToList();
        Print("Lines of a method", sizes);
        Assert.NotEmpty(sizes);
        Finding.None(sizes.Over(SizeRules.MethodWall));
    }

    [Fact]
    public void No_constructor_is_over_the_wall()
    {
        var sizes = SourceFile.Code.SelectMany(SizeRules.ConstructorParameters).ToList();
        Print("Parameters of a constructor", sizes);
        Finding.None(sizes.Over(SizeRules.ConstructorWall));
    }

    [Fact]
    public void A_long_file_is_red()
    {
        Assert.Single(new[] { SizeRules.FileLines(Lines(SizeRules.FileWall + 1)) }.Over(SizeRules.FileWall));
        Assert.Empty(new[] { SizeRules.FileLines(Lines(SizeRules.FileWall)) }.Over(SizeRules.FileWall));
    }

    [Theory]
    [InlineData("class A { void M() {", "} }")]
    [InlineData("class A { A() {", "} }")]
    [InlineData("class A { int P { get {", "} } }")]
    [InlineData("class A { int P => 1", "; }")]
    [InlineData("class A { [Fact]\n[More]\nvoid M() {", "} }")]
    [InlineData("class A { /// <summary>\n/// Long.\n/// </summary>\nvoid M() {", "} }")]
    [InlineData("int F() {", "} return F();")]
    public void A_long_method_is_red(string head, string tail)
    {
        Assert.Empty(Methods(head, SizeRules.MethodWall - 1, tail).Over(SizeRules.MethodWall));
        Assert.Single(Methods(head, SizeRules.MethodWall, tail).Over(SizeRules.MethodWall));
    }

    [Theory]
    [InlineData("class A { A(int a, int b, int c, int d, int e, int f, int g) { } }", 7)]
    [InlineData("class A(int a, int b, int c, int d, int e, int f, int g);", 7)]
    [InlineData("record A { A(int a, int b, int c, int d, int e, int f, int g) { } }", 7)]
    [InlineData("class A(int a);", 1)]
    public void A_greedy_constructor_is_counted(string code, int parameters) =>
        Assert.Equal(parameters, Assert.Single(SizeRules.ConstructorParameters(new("src/A.cs", code))).Amount);

    [Fact]
    public void A_record_may_carry_many_values() =>
        Assert.Empty(SizeRules.ConstructorParameters(new("src/A.cs", "record A(int a, int b, int c, int d, int e, int f, int g); record struct B(int a);")));

    [Fact]
    public void Percentiles_are_sizes_that_exist()
    {
        var sizes = Enumerable.Range(1, 10).Select(amount => new Size("", amount)).ToList();
        Assert.Equal((5, 9), (SizeRules.Percentile(sizes, 50), SizeRules.Percentile(sizes, 90)));
        Assert.Equal(0, SizeRules.Percentile([], 50));
    }

    private static SourceFile Lines(int count) => new("src/A.cs", string.Concat(Enumerable.Repeat("// line\n", count)));

    private static IEnumerable<Size> Methods(string head, int breaks, string tail) =>
        SizeRules.MethodLines(new("src/A.cs", head + new string('\n', breaks) + tail));

    private void Print(string what, List<Size> sizes) =>
        output.WriteLine($"{what}: p50 {SizeRules.Percentile(sizes, 50)}, p90 {SizeRules.Percentile(sizes, 90)}, largest {sizes.MaxBy(size => size.Amount)}");
}
