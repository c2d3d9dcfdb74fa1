using System.Globalization;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Imports;
using Onboarding.Core.Results;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Features.Stage1Intake.Imports;

/// <summary>The words about an import that are put together from its figures.</summary>
internal static class ImportWording
{
    private const int All = 100;
    private const string ConsentTextOutdated = $"{nameof(InputProblem)}.{nameof(InputProblem.ConsentTextOutdated)}";
    private const string UnderAge = $"{nameof(InputProblem)}.{nameof(InputProblem.UnderAge)}";

    // Where the sentence names something that is another in each row, the kind has a name of its own.
    private static readonly Dictionary<string, Func<string>> KindNames = new(StringComparer.Ordinal)
    {
        [ImportFinding.CodeOf(ImportProblemCode.ColumnUnknown)] = static () => ImportText.KindColumnUnknown,
        [ImportFinding.CodeOf(ImportProblemCode.RowTooLong)] = static () => ImportText.KindRowTooLong,
        [ImportFinding.CodeOf(ImportProblemCode.RowTooShort)] = static () => ImportText.KindRowTooShort,
        [ImportFinding.CodeOf(ImportProblemCode.QuotesBroken)] = static () => ImportText.KindQuotesBroken,
        [ImportFinding.CodeOf(ImportProblemCode.QuoteNotClosed)] = static () => ImportText.KindQuoteNotClosed,
        [ImportFinding.CodeOf(ImportProblemCode.DuplicateInFile)] = static () => ImportText.KindDuplicateInFile,
        [ImportFinding.CodeOf(ImportProblemCode.KnownAlready)] = static () => ImportText.KindKnownAlready,
        [ImportFinding.CodeOf(FindingCode.EmailDomainMistyped)] = static () => ImportText.KindEmailDomainMistyped,
        [ImportFinding.CodeOf(FindingCode.LegalFormMismatch)] = static () => ImportText.KindLegalFormMismatch,
        [ImportFinding.CodeOf(FindingCode.NikDistrictUnknown)] = static () => ImportText.KindNikDistrictUnknown,
        [ImportFinding.CodeOf(FindingCode.NikRegionMismatch)] = static () => ImportText.KindNikRegionMismatch,
        [ImportFinding.CodeOf(FindingCode.PostalCodeProvinceMismatch)] = static () => ImportText.KindPostalCodeProvinceMismatch,
        [ImportFinding.CodeOf(FindingCode.VillageCodeFormer)] = static () => ImportText.KindVillageCodeFormer,
    };

    /// <summary>The colour of a state.</summary>
    public static Tone ToneOf(ImportBatch batch) => batch.State switch
    {
        ImportState.Uploaded or ImportState.Running => Tone.Info,
        ImportState.Checked => batch.IsBlocked || Ready(batch) == 0 ? Tone.Danger : Tone.Warning,
        ImportState.Cancelled or ImportState.Ended => Tone.Neutral,
        ImportState.Done => Tone.Success,
        ImportState.Failed => Tone.Danger,
    };

    /// <summary>The state in a word or two.</summary>
    public static string State(ImportBatch batch) => batch switch
    {
        { CancelRequestedAt: not null } => ImportText.Stopping,
        { State: ImportState.Checked } when batch.IsBlocked || Ready(batch) == 0 => ImportText.NotImportable,
        _ => DomainTexts.Of(batch.State),
    };

    /// <summary>What the state means for the person who looks.</summary>
    public static string Sentence(ImportBatch batch) => batch switch
    {
        { CancelRequestedAt: not null } => ImportText.StoppingText,
        { State: ImportState.Uploaded, BytesChecked: 0 } => ImportText.WaitingText,
        { State: ImportState.Uploaded } => ImportText.CheckingText.With(FileSizes.Of(batch.BytesChecked), FileSizes.Of(batch.Size)),
        { State: ImportState.Checked, IsBlocked: true } => ImportText.BlockedText,
        { State: ImportState.Checked } when Ready(batch) == 0 => ImportText.NothingReadyText,
        { State: ImportState.Checked, RowsWithErrors: 0 } => ImportText.AllReadyText.With(Number(batch.Rows)),
        { State: ImportState.Checked } => ImportText.SomeReadyText.With(Number(Ready(batch)), Number(batch.Rows)),
        { State: ImportState.Running } => ImportText.RunningText.With(Number(batch.RowsDone), Number(batch.Rows)),
        { State: ImportState.Cancelled, HasFile: true } => ImportText.CancelledText,
        { State: ImportState.Failed, HasFile: true } => ImportText.FailedText,
        { State: ImportState.Cancelled or ImportState.Failed } => ImportText.FileGoneText,
        { State: ImportState.Ended } => ImportText.EndedText.With(Number(batch.Registered), Number(Math.Max(0, batch.Rows - batch.RowsDone))),
        _ => ImportText.DoneText.With(Number(batch.Registered), Number(batch.Refused)),
    };

    /// <summary>How far it is, from 0 to 100.</summary>
    public static int Percent(ImportBatch batch) => batch.State == ImportState.Uploaded
        ? (int)(batch.BytesChecked * All / Math.Max(1, batch.Size))
        : (int)((long)batch.RowsDone * All / Math.Max(1, batch.Rows));

    /// <summary>Rows of which a case can be made.</summary>
    public static int Ready(ImportBatch batch) => batch.Rows - batch.RowsWithErrors;

    /// <summary>True while a program works on it, or is about to.</summary>
    public static bool IsActive(ImportBatch batch) => batch.State is ImportState.Uploaded or ImportState.Running;

    /// <summary>A row as a spreadsheet counts it; nothing for the file as a whole.</summary>
    public static string Row(int row) => row == 0 ? string.Empty : row.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a problem keeps the row out.</summary>
    public static string Severity(bool isError) => isError ? ImportText.Error : ImportText.Warning;

    /// <summary>What was found, said to the person who has the file; the usual words speak to the applicant.</summary>
    public static string Problem(ImportFinding found) => found.Code switch
    {
        ConsentTextOutdated => ImportText.ConsentTextOutdated,
        UnderAge => ImportText.UnderAge,
        _ => DomainTexts.Of(found),
    };

    /// <summary>A kind of problem without the particulars of one row.</summary>
    public static string Kind(ImportProblemGroup group)
    {
        string text = KindNames.TryGetValue(group.Code, out Func<string>? name) ? name() : Problem(new ImportFinding(group.Column, group.Code, group.IsError, group.Arguments));
        return group.Column is { } column ? $"{column}: {text}" : text;
    }

    /// <summary>A number with its thousands.</summary>
    public static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
