namespace Onboarding.Core.Protection;

/// <summary>
/// The master keys of the installation, kept outside the database. One of them is active and protects what is new;
/// the others only open what they once protected. Rotating means adding a key. Safe for concurrent use.
/// </summary>
public sealed class MasterKeyRing
{
    /// <summary>How long a running node may go on with the key that was active before another node rotated.</summary>
    public static readonly TimeSpan NoticedWithin = TimeSpan.FromMilliseconds(MostMillisecondsUnread);

    private const int MostMillisecondsUnread = 60_000;

    private readonly KeyFolder? _folder;
    private readonly IReadOnlyList<MasterKey> _configured;
    private readonly Lock _gate = new();
    private volatile KeySet _keys;
    private long _readAt = Environment.TickCount64;

    private MasterKeyRing(KeyFolder? folder, IReadOnlyList<MasterKey> configured, MasterKey searchKey)
    {
        _folder = folder;
        _configured = configured;
        SearchKey = searchKey;
        _keys = Load(before: null);
    }

    /// <summary>The key that protects what is new.</summary>
    public MasterKeyId ActiveKeyId => Active.Id;

    /// <summary>All keys of the ring.</summary>
    public IReadOnlyCollection<MasterKeyId> KeyIds => _keys.ById.Keys;

    /// <summary>
    /// Names the key of the search hashes. Kept beside the data and compared at start, it reveals that an installation
    /// was started with another key, with which no search by identity number would find anything.
    /// </summary>
    public MasterKeyId SearchKeyId => SearchKey.Id;

    /// <summary>When the active key of the folder was written (UTC), or null when it comes from the configuration.</summary>
    public DateTimeOffset? ActiveSince => _configured.Count > 0 ? null : _folder?.NewestSince();

    // Another node may have rotated: after a minute at most everything new is protected with its key.
    internal MasterKey Active
    {
        get
        {
            if (_folder is not null && _configured.Count == 0 && Environment.TickCount64 - Interlocked.Read(ref _readAt) > MostMillisecondsUnread)
            {
                Reread();
            }

            return _keys.Active;
        }
    }

    internal MasterKey SearchKey { get; }

    /// <summary>Opens the key ring; on the first start it creates the folder and its keys.</summary>
    /// <param name="options">Where the keys are.</param>
    /// <exception cref="MasterKeyException">The folder or a key cannot be read; the message is one line for the operator.</exception>
    public static MasterKeyRing Open(MasterKeyOptions options)
    {
        var configured = options.Keys.Select((key, index) => Decode(key, $"number {index + 1}")).ToList();
        var folder = string.IsNullOrWhiteSpace(options.Folder) ? null : new KeyFolder(Path.GetFullPath(options.Folder));
        if (folder is null && (configured.Count == 0 || options.SearchKey is null))
        {
            throw new MasterKeyException("No key folder is set; set one, or configure both a master key and a search key.");
        }

        // The search key is written before the first master key, also by another node that starts at this moment:
        // master keys without it mean that it was lost.
        var isFirstStart = folder is not null && configured.Count == 0 && folder.ReadMasterKeys().Count == 0;
        var searchKey = options.SearchKey is { } text ? Decode(text, "for searching") : SearchKeyOf(folder!, mayCreate: isFirstStart || configured.Count > 0);
        if (isFirstStart)
        {
            folder!.AddFirstMasterKey(MasterKey.Create());
        }

        return new MasterKeyRing(folder, configured, searchKey);
    }

    /// <summary>
    /// Rotates: writes a new random key to the folder and makes it the active one. What was protected before stays readable.
    /// Other running nodes read the new key when they first meet it.
    /// </summary>
    /// <returns>The id of the active key.</returns>
    /// <exception cref="MasterKeyException">The active key comes from the configuration, or the folder cannot be written.</exception>
    public MasterKeyId Rotate()
    {
        if (_folder is null || _configured.Count > 0)
        {
            throw new MasterKeyException("The active master key comes from the configuration; rotate by putting a new key before it there.");
        }

        lock (_gate)
        {
            _folder.AddMasterKey(MasterKey.Create());
            _keys = Load(_keys);
            return _keys.Active.Id;
        }
    }

    /// <summary>
    /// Takes a key of the folder out of use. Only for a key that nothing was protected with any more; its file stays beside the
    /// others under another name.
    /// </summary>
    /// <param name="id">The key; never the active one.</param>
    /// <returns>True when it was in the folder and is retired now.</returns>
    /// <exception cref="MasterKeyException">The folder cannot be written.</exception>
    public bool Retire(MasterKeyId id)
    {
        lock (_gate)
        {
            if (_folder is null || id.Equals(_keys.Active.Id) || !_folder.Retire(id))
            {
                return false;
            }

            _keys = new KeySet(_keys.Active, _keys.ById.Values.Where(key => !key.Id.Equals(id)).ToDictionary(key => key.Id));
            return true;
        }
    }

    /// <summary>True when the ring holds the key, after a look at the folder for keys that another node added.</summary>
    /// <param name="id">The key that is asked for.</param>
    public bool Contains(MasterKeyId id) => Find(id) is not null;

    /// <summary>Counts the keys; the keys themselves are secret.</summary>
    public override string ToString() => $"{nameof(MasterKeyRing)} of {_keys.ById.Count} keys";

    internal MasterKey Get(MasterKeyId id) => Find(id) ?? throw new ProtectionException(ProtectionFailure.UnknownKey, id);

    private static MasterKey SearchKeyOf(KeyFolder folder, bool mayCreate)
    {
        if (mayCreate && folder.ReadSearchKey() is null)
        {
            folder.AddSearchKey(MasterKey.Create());
        }

        return folder.ReadSearchKey() ?? throw new MasterKeyException("The key folder holds master keys but no search key; restore search.key from its backup.");
    }

    private static MasterKey Decode(string text, string which) =>
        KeyFolder.TryDecode(text) ?? throw new MasterKeyException($"The configured key {which} is not 32 bytes in base64.");

    private void Reread()
    {
        lock (_gate)
        {
            Interlocked.Exchange(ref _readAt, Environment.TickCount64);
            try
            {
                _keys = Load(_keys);
            }
            catch (MasterKeyException)
            {
                // The folder is away for the moment: what was read before still serves.
            }
        }
    }

    private MasterKey? Find(MasterKeyId id)
    {
        if (_keys.ById.TryGetValue(id, out var key) || _folder is null)
        {
            return key;
        }

        lock (_gate)
        {
            _keys = Load(_keys);
            return _keys.ById.GetValueOrDefault(id);
        }
    }

    private KeySet Load(KeySet? before)
    {
        // A key that was once read is kept, so that a folder that goes away does not stop a running portal.
        IEnumerable<MasterKey> known = before is null ? [] : before.ById.Values;
        var stored = _folder?.ReadMasterKeys() ?? [];
        var active = (_configured, stored) switch
        {
            ([var first, ..], _) => first,
            (_, [.., var newest]) => newest,
            _ => before?.Active ?? throw new MasterKeyException("The master key was removed while it was being written."),
        };
        return new KeySet(active, _configured.Concat(stored).Concat(known).DistinctBy(key => key.Id).ToDictionary(key => key.Id));
    }

    private sealed class KeySet(MasterKey active, Dictionary<MasterKeyId, MasterKey> byId)
    {
        public MasterKey Active { get; } = active;

        public Dictionary<MasterKeyId, MasterKey> ById { get; } = byId;
    }
}
