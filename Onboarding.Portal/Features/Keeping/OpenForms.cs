namespace Onboarding.Portal.Features.Keeping;

/// <summary>The kept forms that stand on the pages of one browser. Used on the renderer only.</summary>
internal sealed class OpenForms
{
    private readonly List<OpenForm> _forms = [];

    /// <summary>A form is on a page.</summary>
    public void Add(OpenForm form) => _forms.Add(form);

    /// <summary>It has left it.</summary>
    public void Remove(OpenForm form) => _forms.Remove(form);

    /// <summary>Keeps what was typed last; answers with the names of the forms of which everything is kept.</summary>
    public async Task<IReadOnlyList<string>> KeepAllAsync()
    {
        List<string> kept = [];
        foreach (OpenForm form in _forms.ToList())
        {
            if (await form.KeepNowAsync())
            {
                kept.Add(form.Name);
            }
        }

        return kept;
    }
}
