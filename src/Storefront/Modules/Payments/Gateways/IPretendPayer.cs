namespace Storefront.Modules.Payments.Gateways;

/// <summary>Stands at the far side of a gateway that moves no money and pays where no person is: the demo market. Vendors have none.</summary>
public interface IPretendPayer
{
    /// <summary>The gateway whose charges it pays.</summary>
    string Gateway { get; }

    /// <summary>Pays an open charge, and the gateway sends its notice. Throws when there is nothing open to be paid.</summary>
    Task PayAsync(string attempt, CancellationToken cancel);
}
