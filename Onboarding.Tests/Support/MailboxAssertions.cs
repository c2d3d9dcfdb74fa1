using Microsoft.Extensions.DependencyInjection;
using Onboarding.Portal.Mail;

namespace Onboarding.Tests.Support;

/// <summary>Reads the mail folder of a portal under test.</summary>
public static class MailboxAssertions
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Every mail that lies in the folder, oldest first.</summary>
    public static async Task<IReadOnlyList<ReadMail>> MailsAsync(this IServiceProvider portal)
    {
        MailFolder folder = portal.GetRequiredService<MailFolder>();
        List<ReadMail> mails = [];
        foreach (Guid id in folder.Newest(1000).Reverse())
        {
            mails.Add((await folder.ReadAsync(id, TestContext.Current.CancellationToken)).ShouldNotBeNull());
        }

        return mails;
    }

    /// <summary>Waits until the condition holds; fails after half a minute, or after the patience that is given.</summary>
    public static async Task EventuallyAsync(Func<Task<bool>> condition, string what, TimeSpan? patience = null)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(patience ?? Patience);
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(50));
        while (!await condition())
        {
            try
            {
                await timer.WaitForNextTickAsync(limit.Token);
            }
            catch (OperationCanceledException late) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                throw new ShouldAssertException($"It did not happen in time: {what}", late);
            }
        }
    }
}
