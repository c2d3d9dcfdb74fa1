using System.Globalization;
using Onboarding.Core.Clarifications;
using Onboarding.Portal.Features.Keeping;

namespace Onboarding.Portal.Features.Clarifications;

/// <summary>Answers that are being written down, as they are kept and brought back.</summary>
internal static class AnsweredFields
{
    private const string Confirmed = nameof(Confirmed);

    /// <summary>What stands on the sheet and beside it.</summary>
    public static KeptFields Of(AnswerSheet sheet, ContactChannel channel, string with, string evidence)
    {
        KeptFields kept = new()
        {
            Texts = { [nameof(WriteDownReply.With)] = with, [nameof(WriteDownReply.Evidence)] = evidence },
            Choices =
            {
                [nameof(WriteDownReply.Channel)] = KeptFields.Of(channel),
                [Confirmed] = KeptFields.Of(sheet.Entries.Where(entry => entry.IsConfirmed).Select(PlaceOf)),
            },
        };
        foreach (AnswerEntry entry in sheet.Entries)
        {
            kept.Texts[NoteOf(entry)] = entry.Note;

            // A confirmed item has no values of its own; what was typed before the tick is still in the field.
            foreach ((string path, string value) in entry.IsConfirmed ? new Dictionary<string, string>() : entry.Answer.Values)
            {
                kept.Texts[path] = value;
            }
        }

        return kept;
    }

    /// <summary>Puts the items back; what the round does not ask is left out.</summary>
    public static void Restore(KeptFields kept, AnswerSheet sheet)
    {
        HashSet<string> confirmed = [.. kept.Several(Confirmed)];
        foreach (AnswerEntry entry in sheet.Entries)
        {
            entry.Note = kept.Text(NoteOf(entry));
            entry.IsConfirmed = confirmed.Contains(PlaceOf(entry));
            foreach (string path in entry.Fields.Where(path => kept.Text(path).Length > 0))
            {
                sheet.Form.Fill(path, kept.Text(path));
            }
        }
    }

    /// <summary>The name under which the remark of an item is kept.</summary>
    public static string NoteOf(AnswerEntry entry) => $"Item.{PlaceOf(entry)}";

    private static string PlaceOf(AnswerEntry entry) => entry.Item.Position.ToString(CultureInfo.InvariantCulture);
}
