namespace Storefront.Modules.Payments.Contracts;

/// <summary>One way to pay, offered to this visitor.</summary>
/// <param name="Gateway">Its name is the text "payments.gateway.{key}".</param>
/// <param name="Way">What will happen, as the last part of the text "payments.way.{way}": page, scan, app, wait.</param>
public sealed record PayChoice(string Gateway, string Way);

/// <summary>The question how to pay, for the partial <c>/Modules/Payments/Contracts/_Choices.cshtml</c>.</summary>
/// <param name="Field">Name of the form's field, such as "Input.Gateway".</param>
public sealed record PayQuestion(string Field, string Label, string? Chosen, IReadOnlyList<PayChoice> Choices);
