using Onboarding.Core.Cases;
using Onboarding.Core.Reporting.Issuing;

namespace Onboarding.Core.Reporting.Printing;

/// <summary>What an issued form bears beside its data.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Code">Its confirmation code.</param>
public sealed record FormMark(string Number, ConfirmationCode Code);

/// <summary>What is to be printed.</summary>
/// <param name="Report">The report.</param>
/// <param name="Language">In which language.</param>
/// <param name="IssuedBy">Name of the person who asks for it.</param>
/// <param name="Mark">Number and code of an issued form; null for a plain print.</param>
public sealed record PrintOrder(CaseReport Report, Language Language, string IssuedBy, FormMark? Mark);

/// <summary>Makes PDF files of reports. The core decides what is printed for whom; how a page looks, the host knows.</summary>
public interface IReportPrinter
{
    /// <summary>False where nothing on this machine can print, so that no PDF can be stored.</summary>
    bool CanPrint { get; }

    /// <summary>Prints.</summary>
    /// <param name="order">What.</param>
    /// <param name="cancellationToken">Cancels waiting and printing.</param>
    /// <returns>The PDF file, or null when it could not be printed, even after a second attempt.</returns>
    Task<byte[]?> PrintAsync(PrintOrder order, CancellationToken cancellationToken);
}

/// <summary>Stands where the host has no printer.</summary>
internal sealed class NoReportPrinter : IReportPrinter
{
    /// <inheritdoc/>
    public bool CanPrint => false;

    /// <inheritdoc/>
    public Task<byte[]?> PrintAsync(PrintOrder order, CancellationToken cancellationToken) => Task.FromResult<byte[]?>(null);
}
