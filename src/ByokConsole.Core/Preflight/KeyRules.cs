namespace ByokConsole.Core.Preflight;

/// <summary>Rules about keys on which the vendor's older and newer pages differ.</summary>
/// <param name="AdmitRsaHsm">Admits RSA-HSM keys beside software-protected ones; off by default.</param>
public sealed record KeyRules(bool AdmitRsaHsm = false);
