using Storefront.Load.Bench;
using Storefront.Load.Crash;
using Storefront.Load.Reading;
using Storefront.Load.Servers;
using Storefront.Load.Verify;

return args switch
{
    ["verify", .. var settings] => await VerifyDatabase.RunAsync(settings),
    ["bench", .. var settings] => await MeasureAll.RunAsync(settings),
    ["kill", .. var settings] => await KillLoop.RunAsync(settings),
    ["read", .. var settings] => SlowestTexts.Run(settings),
    ["serve", var kind, var folder, .. var settings] => await Serve.RunAsync(kind, folder, settings),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("""
        verify [--STOREFRONT_DATA=folder] [--Database:Engine=Sqlite|SqlServer] [--Database:ConnectionString=...]
            checks a database against the invariants; exit code 1 when one is broken
        bench [--seconds 4] [--rounds 3] [--products 10000] [--clients 16]
            measures against the yardsticks and writes artifacts/bench.json; run it with -c Release
        kill [--payments 200] [--kills 60] [--clients 6] [--products 40] [--life 6] [--vendor alipay]
            kills the shop at random moments while guests pay and cancel, sellers give parts back and finance pays out, then checks that nothing acknowledged is
            lost, the banks' books are ours and every invariant holds; with --vendor a strict vendor that lives in this process is paid at as well
        read [--texts 20000] [--seed 1]
            reads hostile share texts of 4,000 characters and prints the slowest; exit code 1 when one took more than 50 ms. Run it with -c Release
        """);
    return 2;
}
