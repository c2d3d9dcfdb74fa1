namespace Onboarding.Portal.Features.Public;

/// <summary>How an applicant reaches Tim Customer Service: settings <c>Contact:Email</c>, <c>Contact:Phone</c> and <c>Contact:Hours</c>.</summary>
/// <param name="configuration">The settings; what is absent is not shown.</param>
public sealed class ContactDetails(IConfiguration configuration)
{
    /// <summary>E-mail address, or null.</summary>
    public string? Email { get; } = NotEmpty(configuration["Contact:Email"]);

    /// <summary>Telephone number, or null.</summary>
    public string? Phone { get; } = NotEmpty(configuration["Contact:Phone"]);

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
