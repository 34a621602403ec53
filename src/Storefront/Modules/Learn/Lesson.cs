namespace Storefront.Modules.Learn;

/// <summary>One lesson: "learn.lesson.{key}.title", ".lead", ".1" to ".{points}" and ".try".</summary>
/// <param name="Drawn">A drawing of ours explains it, with the words "learn.drawn.{key}".</param>
internal sealed record Lesson(string Key, int Points, bool Drawn = false)
{
    /// <summary>In the order in which they are useful, by subject.</summary>
    public static readonly IReadOnlyList<(string Subject, IReadOnlyList<Lesson> Lessons)> Subjects =
    [
        ("film", [new("opening", 4, Drawn: true), new("light", 4, Drawn: true), new("sound", 4, Drawn: true), new("honest", 4), new("bees", 4, Drawn: true)]),
        ("sell", [new("price", 5), new("honey", 5, Drawn: true), new("dried", 4), new("freight", 4, Drawn: true)]),
    ];

    public static readonly IReadOnlyList<Lesson> All = [.. Subjects.SelectMany(subject => subject.Lessons)];
}
