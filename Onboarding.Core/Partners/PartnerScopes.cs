namespace Onboarding.Core.Partners;

/// <summary>What a partner's key opens. Stored as a number.</summary>
[Flags]
public enum PartnerScopes
{
    /// <summary>Nothing; no key is made with it.</summary>
    None = 0,

    /// <summary>Sending registrations in.</summary>
    RegistrationsWrite = 1,

    /// <summary>Asking how the partner's own registrations stand, and what is offered.</summary>
    RegistrationsRead = 2,

    /// <summary>Adding documents to the partner's own registrations.</summary>
    DocumentsWrite = 4,
}

/// <summary>The names of the scopes as they are written outside: <c>registrations:write</c>.</summary>
public static class PartnerScopeNames
{
    /// <summary>Every scope there is, in the order in which pages list them.</summary>
    public static IReadOnlyList<PartnerScopes> All { get; } =
        [PartnerScopes.RegistrationsWrite, PartnerScopes.RegistrationsRead, PartnerScopes.DocumentsWrite];

    /// <summary>All of them together.</summary>
    public static PartnerScopes Everything { get; } = All.Aggregate((left, right) => left | right);

    /// <summary>The name of one scope.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none or several.</exception>
    public static string Name(PartnerScopes scope) => scope switch
    {
        PartnerScopes.RegistrationsWrite => "registrations:write",
        PartnerScopes.RegistrationsRead => "registrations:read",
        PartnerScopes.DocumentsWrite => "documents:write",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "Not a single scope."),
    };

    /// <summary>The names of several scopes.</summary>
    public static IReadOnlyList<string> Names(PartnerScopes scopes) => [.. All.Where(scope => scopes.HasFlag(scope)).Select(Name)];
}
