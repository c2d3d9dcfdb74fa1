using System.Globalization;

namespace Onboarding.Portal.Features.Cases;

/// <summary>The addresses of a case, built in one place.</summary>
public static class CaseUrls
{
    /// <summary>The route of the case page.</summary>
    public const string Route = "/cases/{Number}";

    /// <summary>The route of one document.</summary>
    public const string DocumentRoute = "/cases/{number}/documents/{id:guid}";

    /// <summary>The route of one page of an opened document.</summary>
    public const string PageRoute = "/cases/{number}/views/{token}/{page:int}";

    /// <summary>Asks for a drawn page with more dots.</summary>
    public const string FineQuery = "fine";

    /// <summary>The page of a case.</summary>
    public static string Of(string number) => $"/cases/{Uri.EscapeDataString(number)}";

    /// <summary>A part of that page.</summary>
    /// <param name="number">Case number.</param>
    /// <param name="section">Id of the part, see <see cref="CaseSections"/>.</param>
    public static string Of(string number, string section) => $"{Of(number)}#{section}";

    /// <summary>One version of one document. Each opening is an audit event.</summary>
    public static string Document(string number, Guid id) => $"{Of(number)}/documents/{id}";

    /// <summary>One page of an opened document, as a picture. Only who opened it gets it, and only for a while.</summary>
    /// <param name="number">Case number.</param>
    /// <param name="token">The opening.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="isFine">Whether a drawn page has more dots.</param>
    public static string Page(string number, string token, int page, bool isFine) =>
        string.Create(CultureInfo.InvariantCulture, $"{Of(number)}/views/{token}/{page}{(isFine ? $"?{FineQuery}=true" : "")}");

    /// <summary>Form Persetujuan Pelanggan as PDF (SOP stage 4).</summary>
    public static string ApprovalForm(string number) => $"{Of(number)}/reports/approval-form";

    /// <summary>Form Verifikasi Data with the Log Verifikasi as PDF (SOP stage 2).</summary>
    public static string VerificationForm(string number) => $"{Of(number)}/reports/verification-form";

    /// <summary>Laporan Verifikasi as PDF (SOP stage 4).</summary>
    public static string VerificationReport(string number) => $"{Of(number)}/reports/verification-report";
}
