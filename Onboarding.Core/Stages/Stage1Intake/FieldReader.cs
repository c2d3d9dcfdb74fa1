using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Results;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>Reads the fields of a form one by one and gathers what is wrong with them.</summary>
internal sealed class FieldReader
{
    private readonly List<FieldError> _errors = [];
    private readonly List<FieldWarning> _warnings = [];

    public IReadOnlyList<FieldError> Errors => _errors;

    public IReadOnlyList<FieldWarning> Warnings => _warnings;

    /// <summary>A required text.</summary>
    public string Text(string field, string? text, int maxLength = ApplicantData.MaxTextLength)
    {
        var trimmed = OptionalText(field, text, maxLength);
        if (trimmed is null)
        {
            Fail(field, InputProblem.Required);
        }

        return trimmed ?? string.Empty;
    }

    /// <summary>A text that may be missing.</summary>
    public string? OptionalText(string field, string? text, int maxLength = ApplicantData.MaxTextLength)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed))
        {
            return null;
        }

        if (InputText.HoldsControls(trimmed))
        {
            Take(field, [Finding.Error(FindingCode.ControlCharacter)]);
        }

        trimmed = trimmed.ReplaceLineEndings(" ").Replace('\t', ' ');
        if (trimmed.Length > maxLength)
        {
            Fail(field, InputProblem.TooLong, maxLength.ToString(CultureInfo.InvariantCulture));
        }

        return trimmed;
    }

    /// <summary>A required value; what was typed stays when it cannot be read, so that the form can show it.</summary>
    public string Value<T>(string field, Reading<T> reading, string? typed)
        where T : TextValue
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            Fail(field, InputProblem.Required);
            return string.Empty;
        }

        Take(field, reading.Findings);
        return reading.Value?.Value ?? typed;
    }

    /// <summary>A value that may be missing.</summary>
    public string? OptionalValue<T>(string field, Func<string?, Reading<T>> read, string? typed)
        where T : TextValue
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var reading = read(typed);
        Take(field, reading.Findings);
        return reading.Value?.Value ?? typed;
    }

    /// <summary>A required choice.</summary>
    public void Choice<T>(string field, T? value)
        where T : struct, Enum
    {
        if (value is null)
        {
            Fail(field, InputProblem.Required);
        }
        else if (!Enum.IsDefined(value.Value))
        {
            Fail(field, InputProblem.UnknownChoice);
        }
    }

    /// <summary>Findings of a value: errors block, warnings go to the verifier.</summary>
    public void Take(string field, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            if (finding.Severity == FindingSeverity.Error)
            {
                _errors.Add(new FieldError(field, InputProblem.NotWellFormed) { Finding = finding });
            }
            else
            {
                _warnings.Add(new FieldWarning(field, finding));
            }
        }
    }

    public void Fail(string field, InputProblem problem, params string[] arguments) =>
        _errors.Add(new FieldError(field, problem, arguments));
}
