namespace Onboarding.Portal.Live.Presence;

/// <summary>Somebody at a case, as the nodes tell each other. It is stored nowhere.</summary>
/// <param name="Id">Which page of which browser.</param>
/// <param name="Number">Case number.</param>
/// <param name="PersonId">Id of the account.</param>
/// <param name="Name">Display name of the colleague.</param>
/// <param name="IsTyping">Whether they typed in the last seconds.</param>
/// <param name="IsGone">Whether the page was closed, or its connection was lost.</param>
public sealed record PresenceSign(Guid Id, string Number, string PersonId, string Name, bool IsTyping, bool IsGone);

/// <summary>Somebody at a case, as colleagues see them: once, however many pages they have open.</summary>
/// <param name="PersonId">Id of the account.</param>
/// <param name="Name">Display name.</param>
/// <param name="IsTyping">Whether they typed in the last seconds.</param>
public sealed record PresentPerson(string PersonId, string Name, bool IsTyping);
