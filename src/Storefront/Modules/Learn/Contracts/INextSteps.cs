namespace Storefront.Modules.Learn.Contracts;

/// <summary>What a new shop has done and what comes next; the words are "learn.step.{key}".</summary>
public sealed record StepCard(string Key, string Path, bool IsDone);

public interface INextSteps
{
    /// <summary>The steps of the visitor's shop in their order; empty when all are done, or dismissed.</summary>
    Task<IReadOnlyList<StepCard>> ReadAsync(CancellationToken cancel);
}
