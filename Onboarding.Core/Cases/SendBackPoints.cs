using System.Globalization;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>The points with which a case is sent back: what they may be about, and keeping them.</summary>
internal static class SendBackPoints
{
    /// <summary>What is wrong with the points; empty when they can be kept.</summary>
    public static IReadOnlyList<FieldError> Validate(CaseWork work, IReadOnlyList<AskedPoint> points)
    {
        if (points.Count > SendBackPoint.Most)
        {
            return [new FieldError("Points", InputProblem.OutOfRange, "0", SendBackPoint.Most.ToString(CultureInfo.InvariantCulture))];
        }

        var (fields, checks) = (ApplicantFields.Askable(work.Data), work.Form.Lines.Select(line => line.Key.ToString()).ToList());
        var errors = new List<FieldError>();
        foreach (var (index, point) in points.Index())
        {
            errors.AddRange(FreeText.Refuse(PartOf(index + 1, nameof(AskedPoint.Remark)), point.Remark, SendBackPoint.RemarkMaxLength, isRequired: true)?.Errors ?? []);
            if (!IsKnown(point.Subject, fields, checks))
            {
                errors.Add(new FieldError(PartOf(index + 1, nameof(AskedPoint.Subject)), InputProblem.UnknownChoice));
            }
        }

        return errors;
    }

    /// <summary>Keeps the points of a decision.</summary>
    public static void Keep(CaseWork work, Decision decision, Stage stage, IReadOnlyList<AskedPoint> points)
    {
        foreach (var (index, point) in points.Index())
        {
            work.Case.Add(new SendBackPoint(work.NewId(), decision, stage, index + 1, point, FreeText.Clean(point.Remark)));
        }
    }

    private static string PartOf(int position, string part) => $"Points.{position.ToString(CultureInfo.InvariantCulture)}.{part}";

    private static bool IsKnown(PointSubject subject, IReadOnlyList<string> fields, List<string> checks) => subject switch
    {
        { Check: { } check, Item: { Kind: ItemKind.Question, Field: null, Document: null } } => checks.Contains(check),
        { Check: null, Item: { Kind: ItemKind.Field, Field: { } path, Document: null } } => fields.Contains(path),
        { Check: null, Item: { Kind: ItemKind.Document, Field: null, Document: { } kind } } => Enum.IsDefined(kind) && DocumentKinds.ComesFromApplicants(kind),
        { Check: null, Item: { Kind: ItemKind.Question, Field: null, Document: null } } => true,
        _ => false,
    };
}
