using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Onboarding.Core.Customers.Crm;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Portal.Integrations.Activation;

namespace Onboarding.Portal.Integrations.Crm;

/// <summary>
/// The CRM over HTTP: JSON, and a signature (<see cref="ActivationSignature"/>) over the body, or over path and query of a question. One
/// attempt a call: the outbox repeats it, so that a retry survives a restart. No redirects are followed and no answer is believed that does not
/// name the version that was sent.
/// </summary>
/// <param name="client">The client; it follows no redirects.</param>
/// <param name="settings">Where to, and the key.</param>
/// <param name="circuit">Spares a CRM that fails in a row.</param>
/// <param name="clock">The time that is signed, and the limit of an attempt.</param>
internal sealed class HttpCustomerRelations(HttpClient client, CrmSettings settings, CrmCircuit circuit, TimeProvider clock) : ICustomerRelations
{
    /// <summary>The version of the record, as in the body.</summary>
    public const string VersionHeader = "X-Onboarding-Version";

    private const int ConfirmationLimit = 64 * 1024;
    private const int ListLimit = 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <inheritdoc />
    public Task<string> PutAsync(CrmDocument document, CancellationToken cancellation) => circuit.TryAsync(
        async token =>
        {
            byte[] body = Body(document);
            using HttpRequestMessage request = new(HttpMethod.Put, Address(document.Number, query: null)) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Add(HttpServiceActivation.IdempotencyHeader, string.Create(CultureInfo.InvariantCulture, $"{document.CustomerId:N}-{document.Version}"));
            request.Headers.Add(VersionHeader, document.Version.ToString(CultureInfo.InvariantCulture));
            Confirmation? answer = await SendAsync<Confirmation>(request, body, ConfirmationLimit, token);
            return answer is { Id: { } id } && ActivationReference.IsValid(id) && answer.Version == document.Version
                ? id
                : throw new CrmFailedException(CrmReason.NonsenseAnswer);
        },
        cancellation);

    /// <inheritdoc />
    public Task<CrmListing> ListAsync(string? after, CancellationToken cancellation) => circuit.TryAsync(
        async token =>
        {
            string query = string.Create(CultureInfo.InvariantCulture, $"limit={settings.PageSize}") + (after is null ? "" : $"&after={Uri.EscapeDataString(after)}");
            using HttpRequestMessage request = new(HttpMethod.Get, Address(number: null, query));
            List? list = await SendAsync<List>(request, Encoding.UTF8.GetBytes(request.RequestUri!.PathAndQuery), ListLimit, token);
            return Understand(list, after) ?? throw new CrmFailedException(CrmReason.NonsenseAnswer);
        },
        cancellation);

    private static byte[] Body(CrmDocument document)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("number", document.Number);
            writer.WriteNumber("version", document.Version);
            writer.WriteString("hash", document.Hash);
            writer.WriteBoolean("overwrite", document.Overwrites);
            writer.WritePropertyName("customer");
            writer.WriteRawValue(document.Content, skipInputValidation: true);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    // A list that leads in a circle or names no version would make the register look wrong.
    private CrmListing? Understand(List? list, string? after)
    {
        if (list?.Items is not { } items || items.Count > settings.PageSize || (list.Next is { } next && (items.Count == 0 || next == after || next.Length is 0 or > CrmRun.CursorMaxLength)))
        {
            return null;
        }

        List<CrmEntry> entries = [];
        foreach (Item? item in items)
        {
            if (item is not { Number.Length: > 0 and <= 40, Version: > 0 } || !ActivationReference.IsValid(item.Id) || item.Hash is { Length: > CrmLink.HashLength })
            {
                return null;
            }

            entries.Add(new CrmEntry(item.Number, item.Version, item.Hash, item.Id!));
        }

        return new CrmListing(entries, list.Next);
    }

    private Uri Address(string? number, string? query)
    {
        UriBuilder address = new(settings.Endpoint!);
        if (number is not null)
        {
            address.Path = $"{address.Path.TrimEnd('/')}/{Uri.EscapeDataString(number)}";
        }

        if (query is not null)
        {
            address.Query = address.Query.Length > 1 ? $"{address.Query}&{query}" : query;
        }

        return address.Uri;
    }

    private async Task<T?> SendAsync<T>(HttpRequestMessage request, byte[] signed, int limit, CancellationToken cancellation)
        where T : class
    {
        request.Headers.Add(ActivationSignature.Header, ActivationSignature.Sign(settings.Key!, clock.GetUtcNow().ToUnixTimeSeconds(), signed));
        using CancellationTokenSource deadline = new(TimeSpan.FromSeconds(settings.TimeoutSeconds), clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        try
        {
            using HttpResponseMessage answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (!answer.IsSuccessStatusCode)
            {
                throw Refused(answer);
            }

            byte[]? content = await ReadAsync(answer, limit, either.Token);
            return content is null ? null : JsonSerializer.Deserialize<T>(content, Json);
        }
        catch (JsonException)
        {
            throw new CrmFailedException(CrmReason.NonsenseAnswer);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new CrmFailedException(CrmReason.TimedOut);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException && !cancellation.IsCancellationRequested)
        {
            throw new CrmFailedException(CrmReason.Unreachable);
        }
    }

    private CrmFailedException Refused(HttpResponseMessage answer)
    {
        TimeSpan? wait = answer.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - clock.GetUtcNow() : null;
        CrmReason reason = answer.StatusCode switch
        {
            HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed => CrmReason.NewerThere,
            HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnsupportedMediaType or HttpStatusCode.UnprocessableEntity => CrmReason.RecordRefused,
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => CrmReason.KeyNotAccepted,
            HttpStatusCode.TooManyRequests => CrmReason.AskedToWait,
            HttpStatusCode.ServiceUnavailable when wait is not null => CrmReason.AskedToWait,
            _ => CrmReason.ServerError,
        };
        return new CrmFailedException(reason, (int)answer.StatusCode) { RetryAfter = wait };
    }

    private static async Task<byte[]?> ReadAsync(HttpResponseMessage answer, int limit, CancellationToken cancellation)
    {
        await using Stream content = await answer.Content.ReadAsStreamAsync(cancellation);
        byte[] buffer = new byte[limit + 1];
        int length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length is 0 || length > limit ? null : buffer[..length];
    }

    private sealed record Confirmation(string? Id, int Version);

    private sealed record List(IReadOnlyList<Item?>? Items, string? Next);

    private sealed record Item(string? Number, int Version, string? Hash, string? Id);
}
