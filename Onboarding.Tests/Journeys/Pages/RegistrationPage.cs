using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Regions;
using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Features.Stage1Intake;

namespace Onboarding.Tests.Journeys.Pages;

/// <summary>The registration form in the browser, public or staff.</summary>
internal sealed class RegistrationPage(IPage page)
{
    /// <summary>The list of problems.</summary>
    public ILocator Problems => page.GetByRole(AriaRole.Alert).Filter(new() { HasText = IntakeText.ProblemSummary.Split("{0}")[^1].Trim() });

    /// <summary>The input of a field.</summary>
    public ILocator Field(string path) => page.Locator($"#{FieldPaths.InputId(path)}");

    /// <summary>The buttons to choose a file of a kind.</summary>
    public ILocator File(DocumentKind kind) => Field(FieldPaths.Document(kind));

    /// <summary>Opens the public form for a product.</summary>
    public async Task OpenAsync(string product, CustomerKind kind)
    {
        await page.GotoAsync(PublicUrls.RegisterFor(product, kind));
        await page.Locator("form[data-step]").WaitForAsync();
    }

    /// <summary>Goes on; the step with this field appears.</summary>
    public async Task NextAsync(string path)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = IntakeText.Next, Exact = true }).ClickAsync();
        await Field(path).WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Fills the fields of a person or a business with what a registration has, and leaves each.</summary>
    public async Task FillAsync(RegistrationInput input, IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            ILocator field = Field(path);
            string value = input[path];
            if (value.Length == 0)
            {
                continue;
            }

            if (FieldPaths.Leaf(path) == nameof(AddressData.VillageCode))
            {
                await ChooseRegionAsync(path, value);
            }
            else if (await field.GetAttributeAsync("type") is "radio")
            {
                await page.Locator($"input[name='{FieldPaths.InputId(path)}'][value='{value}']").CheckAsync();
            }
            else if (await field.EvaluateAsync<string>("element => element.tagName") is "SELECT")
            {
                await field.SelectOptionAsync(value);
            }
            else
            {
                await field.FillAsync(value);
                await field.BlurAsync();
            }
        }
    }

    /// <summary>Chooses province, regency, district and village one after the other; each list appears with the choice before it.</summary>
    public async Task ChooseRegionAsync(string path, string villageCode)
    {
        RegionPath place = RegionDirectory.PathOf(villageCode);
        foreach (Region region in new[] { place.Province!, place.Regency!, place.District!, place.Village! })
        {
            string suffix = region.Level == RegionLevel.Village ? "" : $"-{region.Level}";
            await page.Locator($"#{FieldPaths.InputId(path)}{suffix}").SelectOptionAsync(region.Code);
        }
    }

    /// <summary>Uploads a file and waits until it has arrived.</summary>
    public async Task UploadAsync(DocumentKind kind, string name, byte[] content)
    {
        await File(kind).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
        await page.Locator("li[data-arrived]").Filter(new() { HasText = name }).WaitForAsync();
    }
}
