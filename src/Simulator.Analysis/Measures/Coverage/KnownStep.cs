namespace Simulator.Analysis.Measures.Coverage;

/// <summary>What the issuer has been told from a moment on, by the reports that it has registered.</summary>
/// <param name="At">The tick at whose end it is so.</param>
/// <param name="Bodies">Bodies counted in these reports.</param>
/// <param name="Complied">Of them: complied, as the reports say.</param>
public readonly record struct KnownStep(int At, int Bodies, int Complied);
