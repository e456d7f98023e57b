namespace Simulator.Analysis.Exports;

/// <summary>
/// What a case is in a log that knows one object an event. A directive fans out into many papers, so each choice shows one
/// side and repeats or leaves out what the others have; OCEL needs no choice.
/// </summary>
public enum CaseNotion
{
    /// <summary>A directive, all over the hierarchy.</summary>
    Directive,

    /// <summary>A paper: issued by one body, received and handled by others.</summary>
    Document,

    /// <summary>An assignment, by a body that has it to carry out.</summary>
    Assignment,

    /// <summary>A body's file on a directive.</summary>
    Dossier,
}
