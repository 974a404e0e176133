using ByokConsole.Adapters.Storage.Rows;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using Microsoft.EntityFrameworkCore;

namespace ByokConsole.Adapters.Storage;

/// <summary>Bindings in the console's database.</summary>
internal sealed class KeyBindings(IDbContextFactory<ConsoleDbContext> contexts) : IKeyBindings
{
    public async Task<IReadOnlyList<KeyBinding>> OfKeyAsync(KeyIdentifier key, CancellationToken cancellationToken)
    {
        var text = Text(key);
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var rows = await context.Bindings.AsNoTracking()
                .Where(row => row.KeyIdentifier == text)
                .OrderByDescending(row => row.From)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            return rows.ConvertAll(row => new KeyBinding(key.Versionless, row.RegistrationId, row.EnvironmentId, row.ClusterId, row.From, row.To));
        }
    }

    public async Task RecordAsync(KeyBinding binding, CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            if (await context.Bindings.AnyAsync(
                row => row.RegistrationId == binding.RegistrationId && row.ClusterId == binding.ClusterId, cancellationToken).ConfigureAwait(false))
                return;
            context.Bindings.Add(new BindingRow
            {
                RegistrationId = binding.RegistrationId,
                ClusterId = binding.ClusterId,
                EnvironmentId = binding.EnvironmentId,
                KeyIdentifier = Text(binding.Key),
                From = binding.From,
                To = binding.To,
            });
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task CloseAsync(string registrationId, string clusterId, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var row = await context.Bindings.SingleOrDefaultAsync(
                row => row.RegistrationId == registrationId && row.ClusterId == clusterId, cancellationToken).ConfigureAwait(false);
            if (row is not { To: null })
                return;
            row.To = to;
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Text(KeyIdentifier key) => key.Versionless.ToString().ToLowerInvariant();
}
