namespace Simulator.Scenarios.Directives;

/// <summary>
/// What a recipient on a distribution list (Nơi nhận) gets a paper for (Decree 30/2020/NĐ-CP, Annex I).
/// </summary>
public enum Purpose : byte
{
    /// <summary>To act (để thực hiện).</summary>
    Action,

    /// <summary>To be reported to (b/c).</summary>
    Report,

    /// <summary>To know (để biết).</summary>
    Information,

    /// <summary>To coordinate (phối hợp).</summary>
    Coordinate,

    /// <summary>To publish (đăng tải).</summary>
    Publish,

    /// <summary>To file (lưu).</summary>
    File,
}
