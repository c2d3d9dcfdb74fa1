using System.Globalization;
using Onboarding.Core.Customers.Crm;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Features.Customers.Crm;

/// <summary>The words and tones for how the external CRM stands.</summary>
public static class CrmWords
{
    private const int All = 100;

    /// <summary>The states in the order of the page: what needs somebody first.</summary>
    public static IReadOnlyList<CrmState> States { get; } = [CrmState.Failed, CrmState.Differs, CrmState.NotSent, CrmState.Pending, CrmState.Sent];

    /// <summary>The tone of a state.</summary>
    public static Tone ToneOf(CrmState state) => state switch
    {
        CrmState.Failed => Tone.Danger,
        CrmState.Differs => Tone.Warning,
        CrmState.NotSent => Tone.Neutral,
        CrmState.Pending => Tone.Info,
        CrmState.Sent => Tone.Success,
    };

    /// <summary>The tone of a run.</summary>
    public static Tone ToneOf(CrmRun run) => run switch
    {
        { State: CrmRunState.Failed } => Tone.Danger,
        { State: CrmRunState.Cancelled } => Tone.Neutral,
        { State: CrmRunState.Done, Found: > 0 } or { Reason: not null } => Tone.Warning,
        { State: CrmRunState.Done } => Tone.Success,
        _ => Tone.Info,
    };

    /// <summary>How far a run is, in a sentence.</summary>
    public static string Sentence(CrmRun run) => run.Kind switch
    {
        CrmRunKind.Compare => CrmText.ComparedText.With(Number(run.Handled), Number(run.Found), Number(run.Unknown)),
        CrmRunKind.Resend => CrmText.ResentText.With(Number(run.Handled), Number(run.Found)),
    };

    /// <summary>How far a run is, from 0 to 100.</summary>
    public static int Percent(CrmRun run) => (int)Math.Min(All, (long)run.Handled * All / Math.Max(1, run.Total));

    /// <summary>Why a record is not there as it is here: the reason, and the status of the answer where there was one.</summary>
    public static string Why(CrmReason reason, int? httpStatus) =>
        httpStatus is { } status ? $"{DomainTexts.Of(reason)} ({CrmText.HttpStatus.With(status)})" : DomainTexts.Of(reason);

    /// <summary>The name of a field that is sent.</summary>
    public static string Field(string name) => CrmFields.Uncovered(name) switch
    {
        "RecordedAt" => CrmText.FieldRecordedAt,
        "Products" => CrmText.FieldProducts,
        "Contacts" => CrmText.FieldContacts,
        "AddressVillage" => CrmText.FieldVillage,
        "AddressDistrict" => CrmText.FieldDistrict,
        "AddressRegency" => CrmText.FieldRegency,
        "AddressProvince" => CrmText.FieldProvince,
        ['A', 'd', 'd', 'r', 'e', 's', 's', .. { Length: > 0 } part] when char.IsAsciiLetterUpper(part[0]) => DomainTexts.Field(part),
        var field => RecordWords.Field(field),
    };

    /// <summary>A number as it is read.</summary>
    public static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
