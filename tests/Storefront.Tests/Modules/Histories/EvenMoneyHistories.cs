namespace Storefront.Tests.Modules.Histories;

public sealed class EvenMoneyHistories(PayingStalls market) : MoneyHistories(market, first: 0);
