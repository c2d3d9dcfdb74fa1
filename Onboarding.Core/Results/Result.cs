using System.Diagnostics.CodeAnalysis;

namespace Onboarding.Core.Results;

/// <summary>The outcome of a use case: done with a value, or refused with a reason.</summary>
/// <typeparam name="T">What a successful outcome carries.</typeparam>
public sealed record Result<T>
{
    private readonly T? _value;

    private Result(T? value, Refusal? refusal)
    {
        _value = value;
        Refusal = refusal;
    }

    /// <summary>Why it was refused, or null when it was done.</summary>
    public Refusal? Refusal { get; }

    /// <summary>True when it was done.</summary>
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsDone => Refusal is null;

    /// <summary>The value of a successful outcome.</summary>
    /// <exception cref="InvalidOperationException">The outcome is a refusal: a programming error of the caller.</exception>
    public T Value => IsDone ? _value! : throw new InvalidOperationException($"Refused with {Refusal.Code}; there is no value.");

    /// <summary>A successful outcome.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>The value of an outcome that has nothing to say beyond "done".</summary>
public readonly record struct Done
{
    /// <summary>Done.</summary>
    public static readonly Done Instance;
}
