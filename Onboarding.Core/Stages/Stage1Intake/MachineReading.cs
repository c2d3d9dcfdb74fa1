using Onboarding.Core.Documents.Reading;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>How the trail names the fields whose value a machine read and a person took over: never the values.</summary>
internal static class MachineReading
{
    /// <summary>A further property of an event's details; empty when nothing was taken over.</summary>
    public static string Detail(IReadOnlySet<CardField> fields) =>
        fields.Count == 0 ? "" : $$""","machineRead":["{{string.Join("\",\"", fields.Order())}}"]""";
}
