namespace Simulator.Analysis.Measures.Coverage;

/// <summary>How far the bodies of a group have got with a directive from a moment on. Numbers are of bodies.</summary>
/// <param name="At">The tick at whose end it is so.</param>
/// <param name="Reached">A paper has arrived.</param>
/// <param name="Registered">It is registered.</param>
/// <param name="Complied">They have complied, in truth.</param>
/// <param name="Reported">Their report has arrived where they report to.</param>
/// <param name="Content">
/// What their first papers brought of the original, added up in millionths; <see cref="BodyProgress.Whole"/> is all that is
/// meant for one of them.
/// </param>
public readonly record struct CoverageStep(int At, int Reached, int Registered, int Complied, int Reported, long Content);
