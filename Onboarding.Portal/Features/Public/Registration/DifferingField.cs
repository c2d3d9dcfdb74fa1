namespace Onboarding.Portal.Features.Public.Registration;

/// <summary>A field that two devices or tabs filled differently.</summary>
/// <param name="Path">Path of the field.</param>
/// <param name="Here">What stands here; empty where nothing does.</param>
/// <param name="There">What the other one kept; empty where nothing is.</param>
public sealed record DifferingField(string Path, string Here, string There)
{
    /// <summary>What was typed is personal data and is not printed.</summary>
    public override string ToString() => Path;
}
