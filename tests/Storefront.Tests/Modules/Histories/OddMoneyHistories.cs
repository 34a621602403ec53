namespace Storefront.Tests.Modules.Histories;

public sealed class OddMoneyHistories(PayingStalls market) : MoneyHistories(market, first: 1);
