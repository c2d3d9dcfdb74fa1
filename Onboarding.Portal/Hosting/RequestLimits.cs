using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Onboarding.Portal.Hosting;

/// <summary>How much one request may send. What comes through the circuit has limits of its own.</summary>
internal static class RequestLimits
{
    private const long Kibibyte = 1024;
    private const long BodySize = 1024 * Kibibyte;
    private const int FormFields = 256;
    private const int FieldSize = (int)(256 * Kibibyte);

    /// <summary>Sets the limits; an endpoint that takes more says so itself with <c>[RequestSizeLimit]</c>.</summary>
    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = BodySize;
        });
        builder.Services.Configure<FormOptions>(options =>
        {
            options.ValueCountLimit = FormFields;
            options.ValueLengthLimit = FieldSize;
        });
    }
}
