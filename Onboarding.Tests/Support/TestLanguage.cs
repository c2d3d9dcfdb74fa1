using System.Globalization;
using System.Runtime.CompilerServices;

namespace Onboarding.Tests.Support;

/// <summary>Makes the language of the tests the portal's own, whatever the machine speaks: resource strings are compared with pages.</summary>
internal static class TestLanguage
{
    [ModuleInitializer]
    internal static void Set()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("id-ID");
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("id");
    }
}
