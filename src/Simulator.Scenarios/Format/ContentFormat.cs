namespace Simulator.Scenarios.Format;

/// <summary>The keys of content: what becomes of it in a relay, and how assignments are worded.</summary>
internal static class ContentFormat
{
    /// <summary>What becomes of content in the hands of a kind.</summary>
    public static RecordShape Content { get; } = new(
        "content",
        new("loses", Scalars.Probability, "How likely an assignment is left out of a document of its own.")
        {
            Default = "0%",
            Example = "10%",
        },
        new("fades", Scalars.Probability,
            "How much of its strength the content loses in a document of its own or a copied text.")
        {
            Default = "0%",
            Example = "10%",
        },
        new("distorts", Scalars.Probability,
            "How likely an assignment means something else in a document of its own.")
        {
            Default = "0%",
            Example = "5%",
        },
        new("adds", Scalars.Probability,
            "How likely a local assignment, whose `added-by` fits, is added to a document of its own.")
        {
            Default = "0%",
            Example = "50%",
        },
        new("concretises", Scalars.Probability,
            "How likely a document of its own words the assignments concretely; else they stay as they came.")
        {
            Default = "100%",
            Example = "30%",
        },
        new("loses-attachment", Scalars.Probability,
            "How likely a copy of a cover letter goes without its attachment.")
        {
            Default = "0%",
            Example = "5%",
        },
        new("vague-done", Scalars.Probability,
            "The share of vague assignments that the body carries out in full, of what it would do else.")
        {
            Default = "100%",
            Example = "60%",
        },
        OfficeFormat.Source);

    /// <summary>The form of a relay.</summary>
    public static Key Relay { get; } =
        new("relay", new WordShape("own-document", "cover-letter", "copied-text"), "The form of its relay.")
        {
            Default = "own-document",
            Example = "cover-letter",
        };

    /// <summary>The content of a kind.</summary>
    public static Key OfKind { get; } = new("content", Content, "What becomes of content in its hands.")
    {
        Default = "it is handed on as it came",
        Example = "{ loses: 10%, fades: 5% }",
    };

    /// <summary>The strength of an assignment.</summary>
    public static Key Strength { get; } = new("strength", Scalars.Probability,
        "How much it asks for: this share of what would be carried out in full else is.")
    {
        Default = "100%",
        Example = "80%",
    };

    /// <summary>Whether an assignment is vague.</summary>
    public static Key Vague { get; } = new("vague", new WordShape("true", "false"),
        "Whether it is worded to all alike, without a lead and a date, until a relay makes it concrete.")
    {
        Default = "false",
        Example = "true",
    };

    /// <summary>Who may add an assignment.</summary>
    public static Key AddedBy { get; } = new("added-by", SelectorFormat.List,
        "Who may add it to a document of its own; it is then local, and no part of the original.")
    {
        Default = "it is in the directive from the beginning",
        Example = "[level: district]",
    };
}
