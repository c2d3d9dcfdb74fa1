using Onboarding.Core.Catalog;

namespace Onboarding.Core.Cases;

// How the registration came in, and by which brochure.
public sealed partial class OnboardingCase
{
    /// <summary>The version of the product's brochure that applies to this case: its price, terms and requirements.</summary>
    public int? BrochureVersion { get; private set; }

    /// <summary>True when the applicant was shown that version before sending (UU 8/1999 Pasal 4c).</summary>
    public bool BrochureShown { get; private set; }

    /// <summary>
    /// What that brochure asks for beyond the usual. Kept here, so that a case is complete by what its applicant was told and
    /// not by what the product asks for later.
    /// </summary>
    public IReadOnlyList<ProductRequirement> Requirements { get; private set; } = [];

    /// <summary>True when a paper form was handed in.</summary>
    public bool OnPaper { get; private set; }

    /// <summary>How the registration reached the company, encrypted; null where there is nothing to say.</summary>
    public byte[]? ProtectedSource { get; private set; }

    internal void UseBrochure(Brochure brochure, bool shown)
    {
        BrochureVersion = brochure.Version;
        BrochureShown = shown;
        Requirements = brochure.Content.Requirements;
    }

    internal void CameFrom(bool onPaper, byte[]? protectedSource)
    {
        OnPaper = onPaper;
        ProtectedSource = protectedSource;
    }

    /// <summary>What a draft may still change; a registration that was sent in keeps all of it.</summary>
    internal void Redraft(string productCode, Channel channel, Language language)
    {
        ProductCode = productCode;
        Channel = channel;
        Language = language;
        _workItems.ForEach(item => item.BeOf(this));
    }

    internal void Tick(ChecklistTick tick)
    {
        Untick(tick.List, tick.Item);
        _ticks.Add(tick);
    }

    internal bool RemoveDocument(Guid documentId) => _documents.RemoveAll(document => document.Id == documentId) > 0;
}
