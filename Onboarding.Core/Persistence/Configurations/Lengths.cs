namespace Onboarding.Core.Persistence.Configurations;

/// <summary>Lengths of columns that belong to no value type of their own.</summary>
internal static class Lengths
{
    public const int ActorId = 64;
    public const int ActorName = 200;
    public const int Code = 40;
    public const int Reference = 100;
    public const int Remark = 4000;
    public const int FileName = 255;
    public const int Sha256 = 32;
}
