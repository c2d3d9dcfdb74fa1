using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Reporting.Printing;
using Onboarding.Tests.Support.Files;

namespace Onboarding.Tests.Support;

/// <summary>A printer that prints, fails or waits as a test says, and remembers what it was asked for.</summary>
public sealed class ScriptedPrinter : IReportPrinter
{
    private readonly ConcurrentQueue<PrintOrder> _orders = [];
    private int _printed;

    /// <summary>Whether there is a printer at all.</summary>
    public bool CanPrint { get; set; } = true;

    /// <summary>What was asked for so far.</summary>
    public IReadOnlyCollection<PrintOrder> Orders => _orders;

    /// <summary>Called before each print: may wait, throw, or answer false for a browser that does not print.</summary>
    public Func<PrintOrder, CancellationToken, Task<bool>> Before { get; set; } = (_, _) => Task.FromResult(true);

    /// <summary>Registers it as the printer of a core.</summary>
    public void AddTo(IServiceCollection services) => services.AddSingleton<IReportPrinter>(this);

    /// <inheritdoc />
    public async Task<byte[]?> PrintAsync(PrintOrder order, CancellationToken cancellationToken)
    {
        _orders.Enqueue(order);
        if (!await Before(order, cancellationToken))
        {
            return null;
        }

        // No two prints are the same bytes, as with a real printer: whoever prints again is found out.
        return PdfFile.With($"/Print {Interlocked.Increment(ref _printed)}", []);
    }
}
