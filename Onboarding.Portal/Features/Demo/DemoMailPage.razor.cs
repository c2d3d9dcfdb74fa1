using Microsoft.AspNetCore.Components;
using Onboarding.Portal.Mail;
using Onboarding.Portal.Security.Identity;

namespace Onboarding.Portal.Features.Demo;

/// <summary>The mail folder of demo mode: who tries the portal follows the links that an applicant would get.</summary>
public sealed partial class DemoMailPage
{
    private const int Limit = 100;

    private IReadOnlyList<(Guid Id, ReadMail Mail)> _mails = [];
    private ReadMail? _mail;

    /// <summary>The mail to show; the list without it.</summary>
    [Parameter]
    public string? Id { get; set; }

    [Inject]
    private DemoMode Demo { get; set; } = default!;

    [Inject]
    private MailFolder Folder { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _mail = null;
        if (!Demo.IsEnabled)
        {
            Navigation.NotFound();
        }
        else if (Id is null)
        {
            await ListAsync();
        }
        else if (Guid.TryParseExact(Id, "N", out Guid id) && await Folder.ReadAsync(id, CancellationToken.None) is { } mail)
        {
            _mail = mail;
        }
        else
        {
            Navigation.NotFound();
        }
    }

    private async Task ListAsync()
    {
        List<(Guid, ReadMail)> mails = [];
        foreach (Guid id in Folder.Newest(Limit))
        {
            if (await Folder.ReadAsync(id, CancellationToken.None) is { } mail)
            {
                mails.Add((id, mail));
            }
        }

        _mails = mails;
    }
}
