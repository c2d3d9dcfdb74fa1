using Onboarding.Core.Stages.Stage4Approval;

namespace Onboarding.Portal.Integrations.Activation;

/// <summary>The activation system (SOP stage 4: Sistem Aktivasi Layanan): embedded by default, another one by its connector.</summary>
public interface IServiceActivation
{
    /// <summary>Orders the service: it runs then, or the system says later that it does. The same order twice is one service.</summary>
    /// <exception cref="ActivationFailedException">The order was not taken.</exception>
    Task<ActivationAnswer> SwitchOnAsync(ActivationOrder order, CancellationToken cancellation);

    /// <summary>Switches the service of an order off, if there is one.</summary>
    /// <exception cref="ActivationFailedException">It was not confirmed.</exception>
    Task SwitchOffAsync(ActivationOrder order, CancellationToken cancellation);
}

/// <summary>The activation system did not confirm. It carries a code only, nothing that came from outside.</summary>
public sealed class ActivationFailedException : Exception
{
    /// <summary>With the code of the failure.</summary>
    /// <param name="code">One word.</param>
    public ActivationFailedException(string code)
        : base(code) => Code = code;

    /// <summary>Why.</summary>
    public string Code { get; }

    /// <summary>True when it says something about the system rather than about the order.</summary>
    public bool IsTransient { get; init; }
}
