using Onboarding.Core.Customers;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Keeping;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Customers;

/// <summary>
/// What the page of one customer and its parts share: the customer as it was last read, who looks at it, and the one way to act on it.
/// Used on the renderer only.
/// </summary>
/// <param name="number">Customer number.</param>
/// <param name="reader">Reads the customer.</param>
/// <param name="people">Who looks, asked again each time because roles can change while the page is open.</param>
/// <param name="wasRead">Called when the customer was read again.</param>
public sealed class CustomerDesk(string number, CustomerFiles reader, CurrentActor people, Action wasRead)
{
    /// <summary>Customer number.</summary>
    public string Number => number;

    /// <summary>Keeps what this person types into the forms of the page.</summary>
    public FormKeeper? Keeper { get; init; }

    /// <summary>The customer, or null until it was read or when it cannot be shown.</summary>
    public CustomerFile? File { get; private set; }

    /// <summary>Why the customer cannot be shown, or null.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Who looks; null until the customer was read.</summary>
    public Actor? Actor { get; private set; }

    /// <summary>True when this person has one of these roles.</summary>
    public bool Has(IReadOnlyList<ActorRole> roles) => Actor?.HasAny(roles) == true;

    /// <summary>Reads the customer as it stands now.</summary>
    public async Task ReadAsync(CancellationToken cancellation)
    {
        Actor = await people.GetAsync();
        Result<CustomerFile> read = await reader.ReadAsync(number, Actor, cancellation);
        Refusal = read.Refusal;
        File = read.IsDone ? read.Value : null;
        wasRead();
    }

    /// <summary>Acts on the customer and reads it again. Null when done, otherwise why it was refused.</summary>
    public async Task<Refusal?> DoAsync(Func<Actor, Task<Result<CustomerState>>> work)
    {
        Result<CustomerState> result = await work(await people.GetAsync());

        // Also after a refusal: it mostly says that the customer is not what the page shows.
        if (result.Refusal is not Invalid)
        {
            await ReadAsync(CancellationToken.None);
        }

        return result.Refusal;
    }
}
