using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Mail;

/// <summary>Writes each mail as an .eml file: for a demonstration or a developer, who has no mail server.</summary>
/// <param name="settings">The sender's address.</param>
/// <param name="folder">Where the files go.</param>
internal sealed class FolderMailSender(MailSettings settings, MailFolder folder) : IMailSender
{
    /// <inheritdoc />
    public Task SendAsync(OutgoingMail mail, CancellationToken cancellation) =>
        folder.SaveAsync(mail.Id, MimeText.Write(mail, settings), cancellation);
}

/// <summary>The folder of mails in the data folder. File names are message ids, which grow with time.</summary>
/// <param name="data">The data folder.</param>
public sealed class MailFolder(DataFolder data)
{
    private const string Extension = ".eml";

    private readonly string _path = data.Folder("mail");

    /// <summary>Writes a mail; the same mail again replaces its file, so a mail that is sent twice lies there once.</summary>
    public async Task SaveAsync(Guid id, string content, CancellationToken cancellation)
    {
        string file = PathOf(id);
        string draft = file + ".part";
        await File.WriteAllTextAsync(draft, content, cancellation);
        File.Move(draft, file, overwrite: true);
    }

    /// <summary>The newest mails, newest first.</summary>
    public IReadOnlyList<Guid> Newest(int limit) =>
        [.. Directory.EnumerateFiles(_path, "*" + Extension)
            .Select(file => Guid.TryParseExact(Path.GetFileNameWithoutExtension(file), "N", out Guid id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty)
            .OrderDescending()
            .Take(limit)];

    /// <summary>A mail, or null when there is none with this id.</summary>
    public async Task<ReadMail?> ReadAsync(Guid id, CancellationToken cancellation)
    {
        string file = PathOf(id);
        return File.Exists(file) ? MimeText.Read(await File.ReadAllTextAsync(file, cancellation)) : null;
    }

    private string PathOf(Guid id) => Path.Combine(_path, id.ToString("N") + Extension);
}
