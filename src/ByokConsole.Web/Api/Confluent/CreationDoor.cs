using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Web.Api.Confluent;

/// <summary>Passes a POST on if nothing speaks against it. One that its caller named is carried out once, however often it comes.</summary>
internal sealed class CreationDoor(ConfluentDoor door, CallerCredential caller, IIdempotentRequests named, TimeProvider time)
{
    private const int LargestBody = 64 * 1024;

    /// <summary>A request that was sent may take so long to be answered; nobody looks for what it made before.</summary>
    private static readonly TimeSpan Underway = TimeSpan.FromMinutes(1);

    /// <param name="read">What the body asks for; null when that is for Confluent Cloud alone to judge.</param>
    public async Task SendAsync(HttpContext context, Func<byte[], Creation?> read)
    {
        var (request, left) = (context.Request, context.RequestAborted);
        if (await ReadAsync(request, left) is not { } body)
        {
            await ConfluentErrors.WriteAsync(context, new ConfluentRefusal(413, "body_too_large", $"A request has at most {LargestBody / 1024} KiB."));
            return;
        }
        var (refusal, cloudTime) = await caller.AskAsync(request, left);
        if (refusal is not null)
            await ConfluentErrors.WriteAsync(context, refusal);
        else if (NamedRequest.Of(request, body, named) is { } name)
            await SendOnceAsync(context, name, cloudTime, read(body), body);
        else
            await JudgeAndPassAsync(context, read(body));
    }

    private async Task SendOnceAsync(HttpContext context, NamedRequest name, DateTimeOffset cloudTime, Creation? creation, byte[] body)
    {
        var stored = await name.BeginAsync(cloudTime, context.RequestAborted);
        if (!name.IsSame(stored))
            await ConfluentErrors.WriteAsync(context, new ConfluentRefusal(422, RunOrders.KeyReused, $"This {IdempotencyKey.Header} was used for another request."));
        else if (stored is { Status: { } status, Body: { } answer })
            await ReplayAsync(context, status, answer);
        else if (!stored.IsNew && time.GetUtcNow() - stored.SentAt < Underway)
            await ConfluentErrors.WriteAsync(context, new ConfluentRefusal(409, "request_in_progress", "The first request of this name is not answered yet. Ask again in a minute."));
        else
            await AnswerAsync(context, name, () => stored.IsNew ? JudgeAndPassAsync(context, creation) : ResumeAsync(context, creation, stored, body));
    }

    /// <summary>Its first sending was never answered: what it made is looked for, and only if there is nothing it is sent again.</summary>
    private async Task ResumeAsync(HttpContext context, Creation? creation, IdempotentRequest stored, byte[] body)
    {
        if (creation is not null && await creation.FindAsync(stored.CloudTime, context.RequestAborted) is { } path)
            await door.ReadInsteadAsync(context, path, creation.Made);
        else
        {
            context.Request.Body = new MemoryStream(body);
            await JudgeAndPassAsync(context, creation);
        }
    }

    private async Task JudgeAndPassAsync(HttpContext context, Creation? creation)
    {
        if (creation is not null)
        {
            var (report, fault) = await creation.JudgeAsync(context.RequestAborted);
            if (fault is not null)
            {
                await ConfluentErrors.WriteAsync(context, new ConfluentRefusal(fault.Status ?? 502, fault.Code ?? Core.Codes.Of(fault.Kind), fault.Message));
                return;
            }
            if (report!.IsRefused || report.Waiting.Any())
            {
                await ConfluentErrors.WriteAsync(context, report, creation.PointerOf);
                return;
            }
            ConfluentErrors.Warn(context.Response, report);
        }
        await door.PassAsync(context);
    }

    /// <summary>Answers, and notes the answer before the caller has it.</summary>
    private static async Task AnswerAsync(HttpContext context, NamedRequest name, Func<Task> answer)
    {
        var caller = context.Response.Body;
        using var written = new MemoryStream();
        context.Response.Body = written;
        try
        {
            await answer();
        }
        finally
        {
            context.Response.Body = caller;
        }
        await name.EndAsync(context.Response.StatusCode, written.ToArray());
        written.Position = 0;
        await written.CopyToAsync(caller, context.RequestAborted);
    }

    private static Task ReplayAsync(HttpContext context, int status, string answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers["Idempotent-Replayed"] = "true";
        return context.Response.WriteAsync(answer, context.RequestAborted);
    }

    /// <summary>The body, put back for whoever sends it on; null when it is too large.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LargestBody)
            return null;
        using var copy = new MemoryStream();
        var buffer = new byte[8 * 1024];
        while (await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > LargestBody)
                return null;
        }
        var body = copy.ToArray();
        request.Body = new MemoryStream(body);
        return body;
    }
}
