using Onboarding.Core.Documents.Viewing;

namespace Onboarding.Portal.Features.Cases.Viewing;

/// <summary>How the documents of one case are looked at by one person, for as long as the page of the case is open.</summary>
/// <param name="clock">Says which openings have ended.</param>
public sealed class ViewerMemory(TimeProvider clock)
{
    private readonly Dictionary<Guid, ViewerState> _states = [];
    private readonly Dictionary<Guid, DocumentView> _views = [];

    /// <summary>The document that stands beside the shown one, or null.</summary>
    public Guid? Compared { get; set; }

    /// <summary>How a document is looked at.</summary>
    public ViewerState this[Guid document]
    {
        get => _states.GetValueOrDefault(document) ?? new ViewerState();
        set => _states[document] = value;
    }

    /// <summary>The opening of a document that still holds: coming back to it is no other opening.</summary>
    public DocumentView? ViewOf(Guid document) => _views.TryGetValue(document, out DocumentView? view) && view.EndsAt > clock.GetUtcNow() ? view : null;

    /// <summary>Keeps an opening.</summary>
    public void Keep(DocumentView view) => _views[view.DocumentId] = view;

    /// <summary>Forgets an opening, so that the next look makes another.</summary>
    public void Forget(Guid document) => _views.Remove(document);
}
