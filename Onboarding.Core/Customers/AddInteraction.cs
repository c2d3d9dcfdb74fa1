using System.Globalization;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Customers;

/// <summary>A colleague who is named in an interaction.</summary>
/// <param name="StaffId">Id of the staff account.</param>
/// <param name="StaffName">Display name.</param>
public sealed record MentionedStaff(string StaffId, string StaffName);

/// <summary>Writes down what happened with a customer, or a note about it.</summary>
/// <param name="Target">Which customer.</param>
/// <param name="Kind">What kind.</param>
/// <param name="Text">What was said or noted; required.</param>
/// <param name="Mentions">The colleagues named in it.</param>
public sealed record AddInteraction(CustomerTarget Target, InteractionKind Kind, string Text, IReadOnlyList<MentionedStaff> Mentions)
{
    /// <summary>Most colleagues that one interaction names.</summary>
    public const int MostMentions = 20;

    /// <summary>It tells of a person and is not printed.</summary>
    public override string ToString() => Kind.ToString();
}

/// <summary>Handles <see cref="AddInteraction"/>.</summary>
/// <param name="writer">The gate to a customer.</param>
/// <param name="protection">Encryption.</param>
public sealed class AddInteractionHandler(CustomerWriter writer, CustomerProtection protection) : IUseCase
{
    /// <summary>Adds it; the trail says that it was added and by whom, never what it says.</summary>
    public Task<Result<CustomerState>> HandleAsync(AddInteraction command, Actor actor, CancellationToken cancellationToken) => writer.ActAsync(
        command.Target,
        actor,
        CustomerAccess.Recorders,
        (work, scope) =>
        {
            if (Refuse(command) is { } invalid)
            {
                return Task.FromResult<Refusal?>(invalid);
            }

            if (work.Customer.Status == CustomerStatus.Merged)
            {
                return Task.FromResult<Refusal?>(new NotAllowed(RefusalCode.CustomerMerged));
            }

            var id = work.NewId();
            var interaction = new CustomerInteraction(
                id, work.Customer.Id, command.Kind, protection.ProtectInteraction(id, FreeText.Clean(command.Text)), actor.Id, actor.Name, work.Now);
            foreach (var staff in command.Mentions.DistinctBy(staff => staff.StaffId, StringComparer.Ordinal))
            {
                interaction.Mention(staff.StaffId, staff.StaffName);
            }

            scope.Context.CustomerInteractions.Add(interaction);
            work.Note(new AuditEntry("Customer.AddInteraction") { Details = $$"""{"kind":"{{command.Kind}}","mentions":{{interaction.Mentions.Count}}}""" }, isNewVersion: false);
            return Task.FromResult<Refusal?>(null);
        },
        cancellationToken);

    private static Invalid? Refuse(AddInteraction command) => command switch
    {
        _ when !Enum.IsDefined(command.Kind) => new Invalid(nameof(AddInteraction.Kind), InputProblem.UnknownChoice),
        { Mentions.Count: > AddInteraction.MostMentions } => new Invalid(
            nameof(AddInteraction.Mentions), InputProblem.OutOfRange, "0", AddInteraction.MostMentions.ToString(CultureInfo.InvariantCulture)),
        _ => FreeText.Refuse(nameof(AddInteraction.Text), command.Text, isRequired: true),
    };
}
