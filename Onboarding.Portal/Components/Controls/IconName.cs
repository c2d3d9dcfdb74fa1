namespace Onboarding.Portal.Components.Controls;

/// <summary>
/// The icons of the portal. Each value is a symbol of the same name in wwwroot/icons.svg
/// (<c>PersonAdd</c> is <c>#person-add</c>); to add one, add the symbol and the value.
/// </summary>
public enum IconName
{
    /// <summary>The Material symbol "add".</summary>
    Add,

    /// <summary>The Material symbol "apartment".</summary>
    Apartment,

    /// <summary>The Material symbol "arrow_back".</summary>
    ArrowBack,

    /// <summary>The Material symbol "arrow_forward".</summary>
    ArrowForward,

    /// <summary>The Material symbol "assignment".</summary>
    Assignment,

    /// <summary>The Material symbol "assignment_ind".</summary>
    AssignmentInd,

    /// <summary>The Material symbol "assignment_turned_in".</summary>
    AssignmentTurnedIn,

    /// <summary>The Material symbol "attach_file".</summary>
    AttachFile,

    /// <summary>The Material symbol "badge".</summary>
    Badge,

    /// <summary>The Material symbol "bar_chart".</summary>
    BarChart,

    /// <summary>The Material symbol "block".</summary>
    Block,

    /// <summary>The Material symbol "bolt".</summary>
    Bolt,

    /// <summary>The Material symbol "calendar_month".</summary>
    CalendarMonth,

    /// <summary>The Material symbol "call".</summary>
    Call,

    /// <summary>The Material symbol "campaign".</summary>
    Campaign,

    /// <summary>The Material symbol "cancel".</summary>
    Cancel,

    /// <summary>The Material symbol "chat".</summary>
    Chat,

    /// <summary>The Material symbol "check".</summary>
    Check,

    /// <summary>The Material symbol "check_circle".</summary>
    CheckCircle,

    /// <summary>The Material symbol "checklist".</summary>
    Checklist,

    /// <summary>The Material symbol "chevron_left".</summary>
    ChevronLeft,

    /// <summary>The Material symbol "chevron_right".</summary>
    ChevronRight,

    /// <summary>The Material symbol "close".</summary>
    Close,

    /// <summary>The Material symbol "cloud_done".</summary>
    CloudDone,

    /// <summary>The Material symbol "content_copy".</summary>
    ContentCopy,

    /// <summary>The Material symbol "contrast".</summary>
    Contrast,

    /// <summary>The Material symbol "credit_card".</summary>
    CreditCard,

    /// <summary>The Material symbol "dark_mode".</summary>
    DarkMode,

    /// <summary>The Material symbol "dashboard".</summary>
    Dashboard,

    /// <summary>The Material symbol "database".</summary>
    Database,

    /// <summary>The Material symbol "delete".</summary>
    Delete,

    /// <summary>The Material symbol "description".</summary>
    Description,

    /// <summary>The Material symbol "door_open".</summary>
    DoorOpen,

    /// <summary>The Material symbol "download".</summary>
    Download,

    /// <summary>The Material symbol "edit".</summary>
    Edit,

    /// <summary>The Material symbol "error".</summary>
    Error,

    /// <summary>The Material symbol "event".</summary>
    Event,

    /// <summary>The Material symbol "fact_check".</summary>
    FactCheck,

    /// <summary>The Material symbol "filter_list".</summary>
    FilterList,

    /// <summary>The Material symbol "flag".</summary>
    Flag,

    /// <summary>The Material symbol "folder_open".</summary>
    FolderOpen,

    /// <summary>The Material symbol "forum".</summary>
    Forum,

    /// <summary>The Material symbol "fullscreen".</summary>
    Fullscreen,

    /// <summary>The Material symbol "gavel".</summary>
    Gavel,

    /// <summary>The Material symbol "group".</summary>
    Group,

    /// <summary>The Material symbol "help".</summary>
    Help,

    /// <summary>The Material symbol "history".</summary>
    History,

    /// <summary>The Material symbol "home".</summary>
    Home,

    /// <summary>The Material symbol "hourglass_top".</summary>
    HourglassTop,

    /// <summary>The Material symbol "how_to_reg".</summary>
    HowToReg,

    /// <summary>The Material symbol "image".</summary>
    Image,

    /// <summary>The Material symbol "inbox".</summary>
    Inbox,

    /// <summary>The Material symbol "info".</summary>
    Info,

    /// <summary>The Material symbol "key".</summary>
    Key,

    /// <summary>The Material symbol "keyboard_arrow_down".</summary>
    KeyboardArrowDown,

    /// <summary>The Material symbol "keyboard_arrow_up".</summary>
    KeyboardArrowUp,

    /// <summary>The Material symbol "light_mode".</summary>
    LightMode,

    /// <summary>The Material symbol "link".</summary>
    Link,

    /// <summary>The Material symbol "location_on".</summary>
    LocationOn,

    /// <summary>The Material symbol "lock".</summary>
    Lock,

    /// <summary>The Material symbol "login".</summary>
    Login,

    /// <summary>The Material symbol "logout".</summary>
    Logout,

    /// <summary>The Material symbol "mail".</summary>
    Mail,

    /// <summary>The Material symbol "menu".</summary>
    Menu,

    /// <summary>The Material symbol "monitoring".</summary>
    Monitoring,

    /// <summary>The Material symbol "more_vert".</summary>
    MoreVert,

    /// <summary>The Material symbol "notifications".</summary>
    Notifications,

    /// <summary>The Material symbol "open_in_new".</summary>
    OpenInNew,

    /// <summary>The Material symbol "pause_circle".</summary>
    PauseCircle,

    /// <summary>The Material symbol "person".</summary>
    Person,

    /// <summary>The Material symbol "person_add".</summary>
    PersonAdd,

    /// <summary>The Material symbol "photo_camera".</summary>
    PhotoCamera,

    /// <summary>The Material symbol "play_circle".</summary>
    PlayCircle,

    /// <summary>The Material symbol "policy".</summary>
    Policy,

    /// <summary>The Material symbol "print".</summary>
    Print,

    /// <summary>The Material symbol "refresh".</summary>
    Refresh,

    /// <summary>The Material symbol "remove".</summary>
    Remove,

    /// <summary>The Material symbol "rocket_launch".</summary>
    RocketLaunch,

    /// <summary>The Material symbol "schedule".</summary>
    Schedule,

    /// <summary>The Material symbol "search".</summary>
    Search,

    /// <summary>The Material symbol "send".</summary>
    Send,

    /// <summary>The Material symbol "settings".</summary>
    Settings,

    /// <summary>The Material symbol "shield".</summary>
    Shield,

    /// <summary>The Material symbol "shield_person".</summary>
    ShieldPerson,

    /// <summary>The Material symbol "star".</summary>
    Star,

    /// <summary>The Material symbol "storefront".</summary>
    Storefront,

    /// <summary>The Material symbol "support_agent".</summary>
    SupportAgent,

    /// <summary>The Material symbol "swap_horiz".</summary>
    SwapHoriz,

    /// <summary>The Material symbol "sync".</summary>
    Sync,

    /// <summary>The Material symbol "task_alt".</summary>
    TaskAlt,

    /// <summary>The Material symbol "timeline".</summary>
    Timeline,

    /// <summary>The Material symbol "translate".</summary>
    Translate,

    /// <summary>The Material symbol "tune".</summary>
    Tune,

    /// <summary>The Material symbol "undo".</summary>
    Undo,

    /// <summary>The Material symbol "upload_file".</summary>
    UploadFile,

    /// <summary>The Material symbol "verified".</summary>
    Verified,

    /// <summary>The Material symbol "verified_user".</summary>
    VerifiedUser,

    /// <summary>The Material symbol "visibility".</summary>
    Visibility,

    /// <summary>The Material symbol "visibility_off".</summary>
    VisibilityOff,

    /// <summary>The Material symbol "warning".</summary>
    Warning,

    /// <summary>The Material symbol "wifi_off".</summary>
    WifiOff,

    /// <summary>The Material symbol "work".</summary>
    Work,
}
