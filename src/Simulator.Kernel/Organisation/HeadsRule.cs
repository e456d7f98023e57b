namespace Simulator.Kernel.Organisation;

/// <summary>What becomes of the people of a body that is dissolved. Each stays what he was: clerk, leader or staff.</summary>
public enum HeadsRule : byte
{
    /// <summary>They leave.</summary>
    Lost = 0,

    /// <summary>
    /// They are dealt out one by one to those directly below, in the order of their ids; where nobody stands
    /// below, they go to the superior, and on from there if that is dissolved too.
    /// </summary>
    ToSubordinates = 1,

    /// <summary>They go to the superior.</summary>
    ToSuperior = 2,

    /// <summary>They go to the body that it was merged into.</summary>
    ToSuccessor = 3,
}
