using System.Diagnostics.CodeAnalysis;

namespace Onboarding.Core.Cases;

/// <summary>Marks a class that handles one command; the container finds them by it.</summary>
[SuppressMessage("Design", "CA1040:Avoid empty interfaces", Justification = "A mark for the container, found at start; an attribute would not show in the type's own line.")]
public interface IUseCase;
