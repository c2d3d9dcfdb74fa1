using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Onboarding.Core.Cases;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Reports;

/// <summary>Renders report components to whole HTML documents.</summary>
/// <param name="services">Services of the components.</param>
/// <param name="loggers">Log of the renderer.</param>
internal sealed class ReportPages(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>The component with these parameters, in this language.</summary>
    /// <typeparam name="TReport">The component.</typeparam>
    public Task<string> RenderAsync<TReport>(IDictionary<string, object?> parameters, Language language)
        where TReport : IComponent => RenderAsync(typeof(TReport), parameters, language);

    /// <summary>The component with these parameters, in this language.</summary>
    public async Task<string> RenderAsync(Type report, IDictionary<string, object?> parameters, Language language)
    {
        await using HtmlRenderer renderer = new(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            CultureInfo.CurrentCulture = Languages.Formats;
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Languages.Of(language));
            return (await renderer.RenderComponentAsync(report, ParameterView.FromDictionary(parameters))).ToHtmlString();
        });
    }
}
