using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Gateways.Sandbox;

internal enum ChargeState { Open, Paid, Declined, Closed }

/// <summary>One charge as the bank's book keeps it; every change is a new line with the whole charge.</summary>
/// <param name="VisibleAt">A payment made earlier than the bank admits it.</param>
/// <param name="Silent">The bank says nothing about it any more.</param>
/// <param name="Refunds">Fen by refund code.</param>
internal sealed record Charge(
    string Code, string Attempt, long Fen, string Currency, string Title, DateTime ExpiresAt, Uri ReturnUrl, ChargeState State,
    DateTime? VisibleAt, bool Silent, IReadOnlyDictionary<string, long> Refunds)
{
    public Sum Sum => new(new(Fen), Currency);
}

/// <summary>
/// The far side of the sandbox: a bank that plays with imaginary money. Its book is a file of lines in the data folder, written through to the disk before
/// the bank answers, so that it survives whatever the shop survives. It knows nothing of the shop but what comes over the wire.
/// </summary>
internal sealed class SandboxBank(DataFolder folder, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan Late = TimeSpan.FromSeconds(60);
    private const int KeyBytes = 32;

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Dictionary<string, Charge> _byAttempt = [];
    private FileStream? _book;
    private byte[] _key = [];

    /// <summary>Opens a charge, or finds the one of this attempt. Null: the same attempt with another sum, which a bank refuses.</summary>
    public Task<Charge?> OpenAsync(StartRequest request, CancellationToken cancel) => InTurnAsync<Charge?>(async () =>
    {
        if (_byAttempt.TryGetValue(request.Attempt, out var known)) return known.Sum == request.Sum ? known : null;
        var (fen, currency) = (request.Sum.Amount.Fen, request.Sum.Currency);
        return await WriteAsync(new(Storefront.Shared.Code.NewSecret(), request.Attempt, fen, currency, request.Title, request.ExpiresAt, request.ReturnUrl, ChargeState.Open, null, false, new Dictionary<string, long>()));
    }, cancel);

    public Task<Charge?> FindAsync(string attempt, CancellationToken cancel) =>
        InTurnAsync(() => Task.FromResult(_byAttempt.GetValueOrDefault(attempt)), cancel);

    public Task<Charge?> FindByCodeAsync(string code, CancellationToken cancel) =>
        InTurnAsync(() => Task.FromResult(_byAttempt.Values.FirstOrDefault(charge => charge.Code == code)), cancel);

    public Task<IReadOnlyList<Charge>> AllAsync(CancellationToken cancel) =>
        InTurnAsync<IReadOnlyList<Charge>>(() => Task.FromResult<IReadOnlyList<Charge>>([.. _byAttempt.Values]), cancel);

    /// <summary>Null: there is nothing open to be paid.</summary>
    public Task<Charge?> PayAsync(string code, bool late, CancellationToken cancel) =>
        ChangeAsync(code, charge => charge with { State = ChargeState.Paid, VisibleAt = clock.GetUtcNow().UtcDateTime + (late ? Late : TimeSpan.Zero) }, cancel);

    public Task<Charge?> DeclineAsync(string code, CancellationToken cancel) => ChangeAsync(code, charge => charge with { State = ChargeState.Declined }, cancel);

    public Task<Charge?> SilenceAsync(string code, CancellationToken cancel) => ChangeAsync(code, charge => charge with { Silent = true }, cancel);

    public Task<Charge?> CloseAsync(string code, CancellationToken cancel) => ChangeAsync(code, charge => charge with { State = ChargeState.Closed }, cancel);

    /// <summary>Whether the bank says already that it was paid.</summary>
    public bool Admits(Charge charge) => charge.VisibleAt <= clock.GetUtcNow().UtcDateTime;

    /// <summary>False: more than was paid. The same refund code moves money once.</summary>
    public Task<bool> RefundAsync(string attempt, string refund, Sum sum, CancellationToken cancel) => InTurnAsync(async () =>
    {
        if (_byAttempt.GetValueOrDefault(attempt) is not { State: ChargeState.Paid } charge || sum.Currency != charge.Currency) return false;
        if (charge.Refunds.TryGetValue(refund, out var before)) return before == sum.Amount.Fen;
        if (charge.Refunds.Values.Sum() + sum.Amount.Fen > charge.Fen) return false;
        await WriteAsync(charge with { Refunds = new Dictionary<string, long>(charge.Refunds) { [refund] = sum.Amount.Fen } });
        return true;
    }, cancel);

    /// <summary>What the bank puts into its header and the shop computes again.</summary>
    public Task<string> SignAsync(long unixSeconds, ReadOnlyMemory<byte> body, CancellationToken cancel) => InTurnAsync(() =>
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{unixSeconds}."), .. body.Span];
        return Task.FromResult(Convert.ToHexStringLower(HMACSHA256.HashData(_key, signed)));
    }, cancel);

    public void Dispose()
    {
        _book?.Dispose();
        _one.Dispose();
    }

    private Task<Charge?> ChangeAsync(string code, Func<Charge, Charge> change, CancellationToken cancel) => InTurnAsync<Charge?>(async () =>
        _byAttempt.Values.FirstOrDefault(charge => charge.Code == code) is { State: ChargeState.Open, Silent: false } charge ? await WriteAsync(change(charge)) : null, cancel);

    private async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            if (_book is null) await LoadAsync();
            return await work();
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<Charge> WriteAsync(Charge charge)
    {
        await _book!.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(charge));
        _book.WriteByte((byte)'\n');
        _book.Flush(flushToDisk: true);
        return _byAttempt[charge.Attempt] = charge;
    }

    private async Task LoadAsync()
    {
        var home = folder.Sub("sandbox");
        var key = Path.Combine(home, "key");
        if (!File.Exists(key)) await File.WriteAllBytesAsync(key, RandomNumberGenerator.GetBytes(KeyBytes));
        _key = await File.ReadAllBytesAsync(key);
        var path = Path.Combine(home, "charges.jsonl");
        var text = File.Exists(path) ? await File.ReadAllTextAsync(path) : "";
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries)) Read(line);
        _book = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        if (text.Length > 0 && !text.EndsWith('\n')) _book.WriteByte((byte)'\n');
    }

    private void Read(string line)
    {
        try
        {
            var charge = JsonSerializer.Deserialize<Charge>(line)!;
            _byAttempt[charge.Attempt] = charge;
        }
        catch (JsonException)
        {
            // Cut off by a crash before the bank had answered: nobody knows of it.
        }
    }
}
