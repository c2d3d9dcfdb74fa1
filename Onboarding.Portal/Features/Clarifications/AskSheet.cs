using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;

namespace Onboarding.Portal.Features.Clarifications;

/// <summary>
/// The request that a person puts together on the page of a case. It lives as long as the page, so that marking fields, looking
/// at documents and news from others lose nothing of it.
/// </summary>
public sealed class AskSheet
{
    private readonly List<AskEntry> _entries = [];

    /// <summary>Told when an item was added or removed, or the sheet was opened or closed.</summary>
#pragma warning disable MA0046 // As everywhere in a component: nothing but "look again" is told.
    public event Action? Changed;
#pragma warning restore MA0046

    /// <summary>The items, in the order in which they were added.</summary>
    public IReadOnlyList<AskEntry> Entries => _entries;

    /// <summary>Whether it is on the screen.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The item whose question takes the focus next, or null.</summary>
    public AskEntry? Focus { get; private set; }

    /// <summary>Shows the sheet.</summary>
    public void Open()
    {
        IsOpen = true;
        Changed?.Invoke();
    }

    /// <summary>Adds an item with suggested words; what is there already takes the focus instead.</summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="language">The applicant's language.</param>
    /// <param name="problem">What is wrong, where the person has said so.</param>
    public void Add(ItemSubject subject, Language language, ClarificationProblem? problem = null)
    {
        AskEntry? entry = _entries.Find(known => known.Subject.IsSameAs(subject));
        if (entry is null)
        {
            entry = new AskEntry(subject, language, problem ?? Suggestions.For(subject)[0]);
            _entries.Add(entry);
        }

        (IsOpen, Focus) = (true, entry);
        Changed?.Invoke();
    }

    /// <summary>Puts a request back that was begun earlier; what was marked since comes behind it. Nothing empties the sheet.</summary>
    public void Fill(IReadOnlyList<AskEntry> entries)
    {
        AskEntry[] marked = entries.Count == 0 ? [] : [.. _entries.Where(known => known.Subject.Kind != ItemKind.Question && !entries.Any(entry => entry.Subject.IsSameAs(known.Subject)))];
        _entries.Clear();
        _entries.AddRange([.. entries, .. marked]);
        IsOpen = true;
        Changed?.Invoke();
    }

    /// <summary>Takes an item out.</summary>
    public void Remove(AskEntry entry)
    {
        _entries.Remove(entry);
        Changed?.Invoke();
    }

    /// <summary>Whether this item takes the focus now; it does so once.</summary>
    public bool TakesFocus(AskEntry entry)
    {
        if (Focus != entry)
        {
            return false;
        }

        Focus = null;
        return true;
    }

    /// <summary>Empties and hides the sheet: it was sent, or given up.</summary>
    public void Close()
    {
        _entries.Clear();
        (IsOpen, Focus) = (false, null);
        Changed?.Invoke();
    }

    /// <summary>The items as the core takes them.</summary>
    public IReadOnlyList<AskedItem> ToItems() => [.. _entries.Select(entry => new AskedItem(entry.Subject, entry.Question, entry.Problem))];
}

/// <summary>One item of the sheet.</summary>
/// <param name="subject">What it is about.</param>
/// <param name="language">The applicant's language.</param>
/// <param name="problem">What is wrong.</param>
public sealed class AskEntry(ItemSubject subject, Language language, ClarificationProblem problem)
{
    private string _suggested = Suggestions.Of(problem, subject, language);

    /// <summary>What it is about.</summary>
    public ItemSubject Subject => subject;

    /// <summary>What is wrong.</summary>
    public ClarificationProblem Problem { get; private set; } = problem;

    /// <summary>The words that the applicant will read.</summary>
    public string Question { get; set; } = Suggestions.Of(problem, subject, language);

    /// <summary>Chooses another problem. Words that the person wrote stay; suggested ones change with it.</summary>
    public void Choose(ClarificationProblem chosen)
    {
        Problem = chosen;
        string suggested = Suggestions.Of(chosen, subject, language);
        if (Question == _suggested || string.IsNullOrWhiteSpace(Question))
        {
            Question = suggested;
        }

        _suggested = suggested;
    }
}
