using System.Text.Json;

namespace Onboarding.Core.Documents.Inspection;

/// <summary>
/// Reads the structure of a PDF as qpdf writes it (JSON version 2) in one pass and in little memory. qpdf has resolved compressed
/// objects and the other spellings of a name (<c>/J#61vaScript</c>), so a name that is not seen here is not in the file.
/// </summary>
internal static class PdfStructure
{
    private const int FirstBuffer = 64 * 1024;

    // What a viewer does on these is to move within the document; every other action reaches beyond it.
    private static readonly HashSet<string> HarmlessActions = new(StringComparer.Ordinal) { "/GoTo", "/Named", "/URI", "/Thread", "/SetOCGState", "/Hide", "/Trans", "/ResetForm" };

    private static readonly Dictionary<string, DocumentRejection> Keys = new(StringComparer.Ordinal)
    {
        ["/JS"] = DocumentRejection.PdfScript,
        ["/JavaScript"] = DocumentRejection.PdfScript,
        ["/XFA"] = DocumentRejection.PdfForm,
        ["/EmbeddedFiles"] = DocumentRejection.PdfAttachment,
        ["/EF"] = DocumentRejection.PdfAttachment,
        ["/AF"] = DocumentRejection.PdfAttachment,
        ["/RichMediaContent"] = DocumentRejection.PdfMedia,
        ["/RichMediaSettings"] = DocumentRejection.PdfMedia,
    };

    private static readonly Dictionary<string, DocumentRejection> Kinds = new(StringComparer.Ordinal)
    {
        ["/JavaScript"] = DocumentRejection.PdfScript,
        ["/Launch"] = DocumentRejection.PdfAction,
        ["/SubmitForm"] = DocumentRejection.PdfAction,
        ["/ImportData"] = DocumentRejection.PdfAction,
        ["/GoToR"] = DocumentRejection.PdfAction,
        ["/GoToE"] = DocumentRejection.PdfAction,
        ["/EmbeddedFile"] = DocumentRejection.PdfAttachment,
        ["/FileAttachment"] = DocumentRejection.PdfAttachment,
        ["/RichMedia"] = DocumentRejection.PdfMedia,
        ["/RichMediaExecute"] = DocumentRejection.PdfMedia,
        ["/Rendition"] = DocumentRejection.PdfMedia,
        ["/Movie"] = DocumentRejection.PdfMedia,
        ["/Sound"] = DocumentRejection.PdfMedia,
        ["/Screen"] = DocumentRejection.PdfMedia,
        ["/3D"] = DocumentRejection.PdfMedia,
        ["/GoTo3DView"] = DocumentRejection.PdfMedia,
    };

    /// <summary>The first thing found that has no place in a document, or null.</summary>
    /// <exception cref="JsonException">This is not what qpdf writes.</exception>
    public static async Task<DocumentRejection?> FindAsync(Stream json, CancellationToken cancellationToken)
    {
        var buffer = new byte[FirstBuffer];
        var state = default(JsonReaderState);
        var walk = new Walk();
        var length = 0;
        while (true)
        {
            var read = await json.ReadAsync(buffer.AsMemory(length), cancellationToken);
            length += read;
            var consumed = walk.Take(buffer.AsSpan(0, length), isLast: read == 0, ref state);
            if (walk.Found is not null || read == 0)
            {
                return walk.Found ?? walk.FoundAtEnd;
            }

            buffer.AsSpan(consumed, length - consumed).CopyTo(buffer);
            length -= consumed;
            if (length == buffer.Length)
            {
                // One string that is longer than the buffer.
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }
    }

    private sealed class Walk
    {
        // Keys of the objects around the present place; null for an array.
        private readonly List<string?> _path = [];
        private readonly HashSet<string> _automatic = new(StringComparer.Ordinal);
        private readonly HashSet<string> _outward = new(StringComparer.Ordinal);
        private string? _key;

        public DocumentRejection? Found { get; private set; }

        // An action that opens an address is harmless behind a click, and not when the document does it by itself.
        public DocumentRejection? FoundAtEnd => _automatic.Overlaps(_outward) ? DocumentRejection.PdfAction : null;

        public int Take(ReadOnlySpan<byte> bytes, bool isLast, ref JsonReaderState state)
        {
            var reader = new Utf8JsonReader(bytes, isLast, state);
            while (Found is null && reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        _path.Add(_key);
                        _key = null;
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        _path.RemoveAt(_path.Count - 1);
                        break;
                    case JsonTokenType.PropertyName:
                        _key = reader.GetString();
                        Found = Keys.TryGetValue(_key!, out var byKey) ? byKey : null;
                        break;
                    case JsonTokenType.String:
                        TakeText(ref reader);
                        _key = null;
                        break;
                    default:
                        _key = null;
                        break;
                }
            }

            state = reader.CurrentState;
            return (int)reader.BytesConsumed;
        }

        private void TakeText(ref Utf8JsonReader reader)
        {
            // Names of kinds and references to objects are short; what is long is text.
            const int LongestName = 64;
            if (reader.HasValueSequence || reader.ValueSpan.Length > LongestName)
            {
                return;
            }

            var text = reader.GetString()!;
            if (_key is "/S" or "/Subtype" or "/Type")
            {
                Found = Kinds.TryGetValue(text, out var byKind) ? byKind : null;
                if (Found is null && _key == "/S" && text == "/URI")
                {
                    _outward.Add(Owner());
                    Found = IsAutomatic() ? DocumentRejection.PdfAction : null;
                }
                else if (Found is null && _key == "/S" && IsAutomatic() && !HarmlessActions.Contains(text))
                {
                    Found = DocumentRejection.PdfAction;
                }
            }
            else if ((_key is "/OpenAction" or "/AA" || IsAutomatic()) && text.EndsWith(" R", StringComparison.Ordinal))
            {
                _automatic.Add(text);
            }
        }

        private bool IsAutomatic() => _path.Exists(key => key is "/OpenAction" or "/AA");

        // "obj:12 0 R" holds what "12 0 R" refers to.
        private string Owner() => _path.FindLast(key => key?.StartsWith("obj:", StringComparison.Ordinal) == true)?["obj:".Length..] ?? string.Empty;
    }
}
