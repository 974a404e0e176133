using ByokConsole.Core.Confluent;
using FluentValidation;

namespace ByokConsole.Core.Drafts;

/// <summary>Step 3: how clients reach the cluster.</summary>
public sealed class NetworkingValidator : AbstractValidator<ClusterDraft>
{
    public NetworkingValidator()
        => RuleFor(draft => draft.NetworkId)
            .NotEmpty().WithMessage("Choose a network, or the internet.").At(DraftField.Network)
            .When(draft => draft.Networking is not NetworkKind.Internet);
}
