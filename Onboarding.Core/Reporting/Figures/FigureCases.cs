using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Reporting.Figures;

/// <summary>The cases of a filter, whatever the period.</summary>
internal static class FigureCases
{
    public static IQueryable<OnboardingCase> Of(OnboardingContext context, FigureFilter filter)
    {
        var cases = context.Cases.AsNoTracking();
        if (filter.Product is { } product)
        {
            cases = cases.Where(item => item.ProductCode == product);
        }

        if (filter.Channel is { } channel)
        {
            cases = cases.Where(item => item.Channel == channel);
        }

        return filter.Province is { } province ? cases.Where(item => item.ProvinceCode == province) : cases;
    }

    /// <summary>The work on these cases: work items know what they are narrowed by, so that no case is read for it.</summary>
    public static IQueryable<WorkItem> Of(IQueryable<WorkItem> items, FigureFilter filter)
    {
        if (filter.Product is { } product)
        {
            items = items.Where(item => item.ProductCode == product);
        }

        if (filter.Channel is { } channel)
        {
            items = items.Where(item => item.Channel == channel);
        }

        return filter.Province is { } province ? items.Where(item => item.ProvinceCode == province) : items;
    }
}
