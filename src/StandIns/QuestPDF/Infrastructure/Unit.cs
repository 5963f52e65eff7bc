namespace QuestPDF.Infrastructure;

/// <summary>Units of length. None has a name here: all lengths are in the default one, points.</summary>
public enum Unit;
