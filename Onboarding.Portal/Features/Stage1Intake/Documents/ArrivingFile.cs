namespace Onboarding.Portal.Features.Stage1Intake.Documents;

/// <summary>A file on its way, for the progress bar.</summary>
/// <param name="name">Its name.</param>
/// <param name="size">Its announced length in bytes.</param>
internal sealed class ArrivingFile(string name, long size)
{
    private const int All = 100;

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>How much of it has arrived, 0 to 100.</summary>
    public int Percent { get; private set; }

    /// <summary>Takes note of what has arrived; true when it is worth showing.</summary>
    /// <param name="read">Bytes so far.</param>
    /// <param name="step">Percent between two pictures.</param>
    public bool Advance(long read, int step)
    {
        int percent = size == 0 ? All : (int)Math.Min(All, read * All / size);
        if (percent < Percent + step && percent < All)
        {
            return false;
        }

        Percent = percent;
        return true;
    }
}
