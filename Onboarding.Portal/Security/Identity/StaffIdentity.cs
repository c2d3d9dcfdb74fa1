using Onboarding.Core.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Onboarding.Portal.Features.Account;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Security.Identity;

/// <summary>Accounts, passwords, the sign-in cookie and its lifetime, all in one place.</summary>
internal static class StaffIdentity
{
    /// <summary>The shortest password, in characters. Length is what counts; no rule asks for kinds of characters.</summary>
    public const int PasswordLength = 12;

    /// <summary>How long a disabled account or a changed password can outlive the change.</summary>
    public static readonly TimeSpan RevalidationInterval = TimeSpan.FromMinutes(1);

    private const int TriesBeforeLockout = 5;
    private static readonly TimeSpan LockoutTime = TimeSpan.FromMinutes(15);
    /// <summary>How long a session lasts without a request.</summary>
    public static readonly TimeSpan SessionTime = TimeSpan.FromHours(8);

    /// <summary>Registers all of it.</summary>
    public static void AddStaffIdentity(this IServiceCollection services, DatabaseSettings database)
    {
        services.AddStaffIdentityDatabase(database);
        services.AddIdentityCore<StaffAccount>(SetRules)
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<StaffIdentityContext>()
            .AddSignInManager<StaffSignInManager>()
            .AddClaimsPrincipalFactory<StaffClaimsFactory>()
            .AddTokenProvider<AuthenticatorTokenProvider<StaffAccount>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddSingleton<EndedSessions>();
        services.AddSingleton<AuthenticatorEnrolment>();
        services.AddScoped<StaffDirectory>();
        services.AddScoped<StaffChoices>();
        services.AddScoped<StaffSignInManager>(provider =>
            (StaffSignInManager)provider.GetRequiredService<SignInManager<StaffAccount>>());
        services.AddHttpContextAccessor();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, SetCookie);
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitAuthentication>();
        services.AddScoped<CurrentActor>();
        services.AddPortalPolicies();
    }

    private static void SetRules(IdentityOptions options)
    {
        options.Password.RequiredLength = PasswordLength;
        options.Password.RequiredUniqueChars = 5;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = TriesBeforeLockout;
        options.Lockout.DefaultLockoutTimeSpan = LockoutTime;
        options.Lockout.AllowedForNewUsers = true;
        options.SignIn.RequireConfirmedAccount = false;
    }

    private static void SetCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "onboarding.session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = SessionTime;
        options.SlidingExpiration = true;
        options.LoginPath = AccountUrls.SignIn;
        options.ReturnUrlParameter = AccountUrls.ReturnUrlParameter;
        options.Events.OnValidatePrincipal = SessionValidation.ValidateAsync;
        options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
    }

    // A program gets a plain status; a person is led to the sign-in page, or to the page that asks for a new password.
    // A refused page keeps its address and its status 403: the status page is shown in its place.
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        bool isPage = !PortalPaths.IsForPrograms(context.Request.Path);
        if (isPage && status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else if (isPage && context.HttpContext.User.MustChangePassword())
        {
            context.Response.Redirect(AccountUrls.ChangePassword);
        }
        else
        {
            context.Response.StatusCode = status;
        }

        return Task.CompletedTask;
    }
}
