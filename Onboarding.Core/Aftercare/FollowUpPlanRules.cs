using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Results;

namespace Onboarding.Core.Aftercare;

/// <summary>What a follow-up plan must say before it can hold.</summary>
public static class FollowUpPlanRules
{
    /// <summary>Path of a field of a step: what a form marks when it is refused.</summary>
    /// <param name="index">The step, from 0.</param>
    /// <param name="field">The field.</param>
    public static string Path(int index, string field) => $"{nameof(FollowUpPlanContent.Steps)}.{index}.{field}";

    /// <summary>Path of a text in Bahasa Indonesia below its step.</summary>
    public static string Indonesian(string field) => $"{nameof(LocalText.Indonesian)}.{field}";

    /// <summary>Path of a text in English below its step.</summary>
    public static string English(string field) => $"{nameof(LocalText.English)}.{field}";

    /// <summary>What is wrong, field by field; empty when it can hold.</summary>
    public static IReadOnlyList<FieldError> Check(FollowUpPlanContent content) => content.Steps.Count is 0 or > FollowUpPlanContent.MostSteps
        ? [new FieldError(nameof(FollowUpPlanContent.Steps), InputProblem.OutOfRange, "1", Number(FollowUpPlanContent.MostSteps))]
        : [.. content.Steps.SelectMany((step, index) => Check(content, step, index))];

    /// <summary>The content as it is kept: without control characters and outer spaces.</summary>
    internal static FollowUpPlanContent Clean(FollowUpPlanContent content) =>
        new([.. content.Steps.Select(step => step with { Purpose = Clean(step.Purpose), Script = Clean(step.Script) })]);

    private static LocalText Clean(LocalText text) => new(FreeText.Clean(text.Indonesian), FreeText.Clean(text.English));

    private static IEnumerable<FieldError> Check(FollowUpPlanContent content, FollowUpStep step, int index)
    {
        // A later step that comes first would be made first, and its number would say something else.
        var earliest = index == 0 ? 0 : Math.Clamp(content.Steps[index - 1].AfterDays, 0, FollowUpStep.MaxDays);
        if (step.AfterDays < earliest || step.AfterDays > FollowUpStep.MaxDays)
        {
            yield return new FieldError(Path(index, nameof(FollowUpStep.AfterDays)), InputProblem.OutOfRange, Number(earliest), Number(FollowUpStep.MaxDays));
        }

        if (!Enum.IsDefined(step.Channel))
        {
            yield return new FieldError(Path(index, nameof(FollowUpStep.Channel)), InputProblem.UnknownChoice);
        }

        foreach (var (field, text, maxLength) in Texts(step))
        {
            if (text.Length == 0)
            {
                yield return new FieldError(Path(index, field), InputProblem.Required);
            }
            else if (text.Length > maxLength)
            {
                yield return new FieldError(Path(index, field), InputProblem.TooLong, Number(maxLength));
            }
        }
    }

    private static (string Field, string Text, int MaxLength)[] Texts(FollowUpStep step) =>
    [
        (Indonesian(nameof(FollowUpStep.Purpose)), step.Purpose.Indonesian, FollowUpStep.MaxPurposeLength),
        (English(nameof(FollowUpStep.Purpose)), step.Purpose.English, FollowUpStep.MaxPurposeLength),
        (Indonesian(nameof(FollowUpStep.Script)), step.Script.Indonesian, FollowUpStep.MaxScriptLength),
        (English(nameof(FollowUpStep.Script)), step.Script.English, FollowUpStep.MaxScriptLength),
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
