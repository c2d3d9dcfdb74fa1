namespace Onboarding.Portal.Features.Keeping;

/// <summary>What forms say to the one that keeps them, whether it was drawn yet or not.</summary>
internal static class KeptForms
{
    /// <summary>The form was sent or given up: nothing of it is kept. Call it after its fields were emptied, and before it closes.</summary>
    public static Task ForgetAsync(this KeptForm? form) => form?.EndAsync() ?? Task.CompletedTask;
}
