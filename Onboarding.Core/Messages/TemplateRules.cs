using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;

namespace Onboarding.Core.Messages;

/// <summary>What a template must be before anything is sent by it.</summary>
public static class TemplateRules
{
    /// <summary>What is wrong, field by field; empty when it can be used.</summary>
    public static IReadOnlyList<FieldError> Check(OutboxKind kind, TemplateContent content) =>
    [
        .. Text(nameof(TemplateContent.SubjectLine), content.SubjectLine, TemplateContent.MaxSubjectLength),
        .. Text(nameof(TemplateContent.Body), content.Body, TemplateContent.MaxBodyLength),
        .. Unknown(nameof(TemplateContent.SubjectLine), content.SubjectLine, Placeholders.OfSubject(kind)),
        .. Unknown(nameof(TemplateContent.Body), content.Body, Placeholders.Of(kind)),
        .. Placeholders.RequiredIn(kind).Except(Placeholders.In(content.Body))
            .Select(name => new FieldError(nameof(TemplateContent.Body), InputProblem.PlaceholderMissing, Placeholders.Written(name))),
    ];

    /// <summary>The content as it is kept: a subject of one line, no control characters and outer spaces.</summary>
    internal static TemplateContent Clean(TemplateContent content) =>
        new(FreeText.Clean(content.SubjectLine.ReplaceLineEndings(" ")), FreeText.Clean(content.Body));

    private static IEnumerable<FieldError> Text(string field, string text, int maxLength)
    {
        if (text.Length == 0)
        {
            yield return new FieldError(field, InputProblem.Required);
        }
        else if (text.Length > maxLength)
        {
            yield return new FieldError(field, InputProblem.TooLong, maxLength.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static IEnumerable<FieldError> Unknown(string field, string text, IReadOnlyList<string> known) =>
        Placeholders.In(text).Except(known).Select(name => new FieldError(
            field, InputProblem.PlaceholderUnknown, Placeholders.Written(name), string.Join(", ", known.Select(Placeholders.Written))));
}
