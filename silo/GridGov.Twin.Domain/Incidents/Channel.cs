namespace GridGov.Twin.Domain.Incidents;

/// <summary>How the command side comes to know of something.</summary>
public enum Channel : byte
{
    /// <summary>巡查: an officer saw it.</summary>
    Patrol,

    /// <summary>设备: a device noticed it.</summary>
    Device,

    /// <summary>12345: a resident called.</summary>
    Hotline,

    /// <summary>随手拍: a resident's app or web page.</summary>
    App,

    /// <summary>视频: someone saw it on a screen.</summary>
    Video,

    /// <summary>指挥中心: the command centre's own people, or their superiors.</summary>
    Centre,
}
