using Storefront.Shared;

namespace Storefront.Modules.Payments;

/// <summary>A vendor that was asked to pay sellers and cannot is no riddle: the log says why at every start, as the payouts' page does.</summary>
internal sealed class TellPayoutProblems(PayoutBook book, ILogger<TellPayoutProblems> log) : IStartStep
{
    public Task RunAsync(CancellationToken cancel)
    {
        foreach (var problem in book.Problems) log.LogWarning("Payouts to sellers' own accounts are not offered: {Problem}", problem);
        return Task.CompletedTask;
    }
}
